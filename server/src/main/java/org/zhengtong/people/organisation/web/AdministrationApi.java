package org.zhengtong.people.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.audit.BrokenLeaf;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.ground.crypto.KeyRenewal.FieldKey;
import org.zhengtong.ground.outbox.DeadLetter;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.KeyKeeping;
import org.zhengtong.people.organisation.Operations;
import org.zhengtong.people.organisation.Oversight;
import org.zhengtong.people.organisation.StaffMember;

/** The desks of the system and the audit administrator, for programs. */
@Tag(name = "Administration")
@RestController
@RequestMapping("/api/v1/staff")
class AdministrationApi {
    private final Operations operations;
    private final Oversight oversight;
    private final KeyKeeping keys;
    private final MessageSource messages;

    AdministrationApi(Operations operations, Oversight oversight, KeyKeeping keys, MessageSource messages) {
        this.operations = operations;
        this.oversight = oversight;
        this.keys = keys;
        this.messages = messages;
    }

    @Operation(summary = "All bodies")
    @GetMapping("/bodies")
    Bodies bodies(StaffMember me) {
        return new Bodies(operations.bodies(me));
    }

    @Operation(summary = "Change how a body is reached")
    @PutMapping("/bodies/{uscc}")
    Body change(StaffMember me, @PathVariable String uscc, @RequestBody Contact body, Locale locale) {
        Uscc code = Uscc.parse(uscc).orElseThrow(() -> Problem.notFound("unknown-body"));
        failWhen(operations.change(me, code, body.contact()), locale);
        return operations.bodies(me).stream()
                .filter(one -> one.uscc().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-body"));
    }

    @Operation(summary = "The keys of sealed fields")
    @GetMapping("/keys")
    Keys keys(StaffMember me) {
        return new Keys(keys.keys(me));
    }

    @Operation(summary = "Make a new key of fields; what is sealed is sealed anew while the program runs")
    @PostMapping("/keys")
    FieldKey renewKey(StaffMember me) {
        return keys.renew(me);
    }

    /** @param after sequence of the last dead letter of the page before */
    @Operation(summary = "Messages that could not be delivered")
    @GetMapping("/dead-letters")
    Letters deadLetters(StaffMember me, @RequestParam(defaultValue = "0") long after) {
        return new Letters(operations.deadLetterCount(me), operations.deadLetters(me, after, DeadLettersView.MOST));
    }

    @Operation(summary = "Deliver dead letters again")
    @PostMapping("/dead-letters/retry")
    Retried retry(StaffMember me, @RequestBody Retry body) {
        return new Retried(operations.retry(me, Objects.requireNonNullElse(body.handler(), ""), body.sequence()));
    }

    /** @param since and {@code until}: first and last day, such as 2026-03-02. */
    @Operation(summary = "Leaves of the audit log")
    @GetMapping("/audit")
    Leaves audit(
            StaffMember me,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String before,
            Locale locale) {
        AuditSearch search = new AuditSearch(subject, action, actor, since, until, before);
        failWhen(search.check(), locale);
        return new Leaves(oversight.find(me, search.question()));
    }

    /** Checks the chain of one subject, or all chains when none is named. */
    @Operation(summary = "Check that nobody bent the audit log")
    @PostMapping("/audit/verification")
    Verified verify(StaffMember me, @RequestBody Subject body) {
        Optional<BrokenLeaf> broken = oversight.verify(me, Optional.ofNullable(body.subject()));
        return new Verified(broken.isEmpty(), broken);
    }

    private void failWhen(List<WrongField> wrong, Locale locale) {
        if (wrong.isEmpty()) {
            return;
        }
        Map<String, String> sentences = new LinkedHashMap<>();
        wrong.forEach(one -> sentences.put(
                one.field(),
                Objects.requireNonNull(
                        messages.getMessage(one.sentence(), one.values().toArray(), one.sentence(), locale))));
        throw new Problem(422, "wrong-fields", sentences);
    }

    record Bodies(List<Body> bodies) {}

    record Contact(
            @Nullable String address,
            @Nullable String openingHours,
            @Nullable String consultationPhone,
            @Nullable String complaintPhone) {
        Operations.Contact contact() {
            return new Operations.Contact(
                    Objects.requireNonNullElse(address, ""),
                    Objects.requireNonNullElse(openingHours, ""),
                    Objects.requireNonNullElse(consultationPhone, ""),
                    Objects.requireNonNullElse(complaintPhone, ""));
        }
    }

    record Keys(List<FieldKey> keys) {}

    record Letters(long count, List<DeadLetter> letters) {}

    record Retry(@Nullable String handler, long sequence) {}

    /** @param retried false when it was no dead letter any more */
    record Retried(boolean retried) {}

    record Leaves(List<Leaf> leaves) {}

    record Subject(@Nullable UUID subject) {}

    record Verified(boolean holds, Optional<BrokenLeaf> broken) {}
}

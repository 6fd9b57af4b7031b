package org.zhengtong.services.instruments.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.Wording;
import org.zhengtong.services.instruments.Wordings;

@Service
class StoredWordings implements Wordings {
    private static final UUID NOBODYS = new UUID(0, 0);

    private final WordingStore store;
    private final BuiltInWordings builtIn;
    private final InventedCase invented;
    private final Organisation organisation;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredWordings(
            WordingStore store,
            BuiltInWordings builtIn,
            InventedCase invented,
            Organisation organisation,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.builtIn = builtIn;
        this.invented = invented;
        this.organisation = organisation;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The wording a body used at a moment. */
    Wording at(String body, DocumentKind kind, Instant moment) {
        return store.inForce(body, kind, moment)
                .flatMap(WordingStore.Row::wording)
                .orElseGet(() -> builtIn.of(kind));
    }

    @Override
    public List<InForce> all(StaffMember steward) {
        Map<DocumentKind, WordingStore.Row> newest = store.newest(body(steward)).stream()
                .collect(Collectors.toMap(WordingStore.Row::kind, Function.identity()));
        return Arrays.stream(DocumentKind.values())
                .map(kind -> inForce(kind, Optional.ofNullable(newest.get(kind))))
                .toList();
    }

    @Override
    public InForce of(StaffMember steward, DocumentKind kind) {
        return inForce(kind, store.versions(body(steward), kind).stream().findFirst());
    }

    private InForce inForce(DocumentKind kind, Optional<WordingStore.Row> newest) {
        Optional<Wording> own = newest.flatMap(WordingStore.Row::wording);
        return new InForce(
                kind,
                own.orElseGet(() -> builtIn.of(kind)),
                newest.map(WordingStore.Row::version).orElse(0),
                own.isPresent());
    }

    @Override
    public List<Version> versions(StaffMember steward, DocumentKind kind) {
        return store.versions(body(steward), kind).stream()
                .map(row -> new Version(
                        row.version(),
                        row.wording().isPresent(),
                        row.wording().map(Wording::title).orElse(""),
                        row.wording().map(Wording::text).orElse(""),
                        row.since(),
                        organisation
                                .staff(new PersonId(row.staff()))
                                .map(StaffMember::name)
                                .orElse("")))
                .toList();
    }

    @Override
    public Answer save(StaffMember steward, DocumentKind kind, int newest, String title, String text) {
        String body = body(steward);
        Wording typed = Wording.typed(title, text);
        List<Wording.Finding> findings = typed.check(kind);
        return findings.isEmpty() ? write(steward, body, kind, newest, Optional.of(typed)) : new Answer.Wrong(findings);
    }

    @Override
    public Answer backToBuiltIn(StaffMember steward, DocumentKind kind, int newest) {
        return write(steward, body(steward), kind, newest, Optional.empty());
    }

    private Answer write(StaffMember steward, String body, DocumentKind kind, int newest, Optional<Wording> wording) {
        int version = newest + 1;
        boolean written = Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean added = store.add(
                    body,
                    kind,
                    version,
                    wording.map(Wording::title).orElse(null),
                    wording.map(Wording::text).orElse(null),
                    clock.instant(),
                    steward.person().value());
            if (added) {
                audit.append(
                        steward.person().value(),
                        wording.isPresent() ? "instruments.word" : "instruments.word-as-built-in",
                        steward.actor(),
                        Map.of("body", body, "kind", kind.name(), "version", Integer.toString(version)));
            }
            return added;
        }));
        return written
                ? new Answer.Saved(version)
                : new Answer.Overtaken(store.versions(body, kind).stream()
                        .findFirst()
                        .map(WordingStore.Row::version)
                        .orElse(0));
    }

    @Override
    public Instrument preview(StaffMember steward, DocumentKind kind, Wording wording) {
        body(steward);
        return new Instrument(
                NOBODYS,
                new CaseId(NOBODYS),
                kind,
                "1",
                invented.say("instruments.invented.number"),
                steward.body().uscc().value(),
                steward.body().name(),
                wording.version(),
                clock.instant(),
                "",
                kind == DocumentKind.DEFERRAL_PROMISE
                        ? invented.say("instruments.invented.APPLICANT")
                        : steward.body().name(),
                wording.fill(invented.values(steward.body().name())));
    }

    private static String body(StaffMember steward) {
        if (!steward.has(Role.CATALOGUE)) {
            throw new Problem(403, "instruments.not-steward");
        }
        return steward.body().uscc().value();
    }
}

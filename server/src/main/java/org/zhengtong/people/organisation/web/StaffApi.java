package org.zhengtong.people.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Staffing;

/** The security administrator's desk, for programs. */
@Tag(name = "Administration")
@RestController
@RequestMapping("/api/v1/staff/members")
class StaffApi {
    private final Staffing staffing;
    private final MessageSource messages;

    StaffApi(Staffing staffing, MessageSource messages) {
        this.staffing = staffing;
        this.messages = messages;
    }

    /** @param body USCC; the caller's own body when absent */
    @Operation(summary = "The staff of a body")
    @GetMapping
    Listing list(StaffMember me, @RequestParam(required = false) @Nullable String body) {
        Uscc uscc =
                body == null ? me.body().uscc() : Uscc.parse(body).orElseThrow(() -> Problem.notFound("unknown-body"));
        return new Listing(staffing.staffOf(me, uscc).stream().map(Member::of).toList());
    }

    @Operation(summary = "Appoint a member of staff")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Member appoint(StaffMember me, @RequestBody NewMember body, Locale locale) {
        PersonId person = staffing.findAccount(me, Objects.requireNonNullElse(body.account(), ""))
                .orElseThrow(() -> refused(Staffing.Refusal.UNKNOWN_PERSON, locale));
        return appoint(me, person, body.body(), body.post(), body.roles(), body.items(), locale);
    }

    @Operation(summary = "Change post and roles")
    @PutMapping("/{person}")
    Member change(StaffMember me, @PathVariable UUID person, @RequestBody Appointment body, Locale locale) {
        return appoint(me, new PersonId(person), body.body(), body.post(), body.roles(), body.items(), locale);
    }

    @Operation(summary = "Take all duties from a member of staff")
    @DeleteMapping("/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(StaffMember me, @PathVariable UUID person) {
        if (staffing.dismiss(me, new PersonId(person)) instanceof Staffing.Answer.Refused(Staffing.Refusal why)) {
            throw why == Staffing.Refusal.ONESELF
                    ? new Problem(409, "appointment-oneself")
                    : Problem.notFound("appointment-unknown");
        }
    }

    private Member appoint(
            StaffMember me,
            PersonId person,
            @Nullable String body,
            @Nullable String post,
            @Nullable Set<Role> roles,
            @Nullable Set<String> items,
            Locale locale) {
        Uscc uscc = Optional.ofNullable(body)
                .flatMap(Uscc::parse)
                .orElseThrow(() -> refused(Staffing.Refusal.UNKNOWN_BODY, locale));
        Staffing.Answer answer = staffing.appoint(
                me,
                person,
                uscc,
                Objects.requireNonNullElse(post, ""),
                Objects.requireNonNullElse(roles, Set.of()),
                ItemScope.chosen(Objects.requireNonNullElse(items, Set.of())));
        return switch (answer) {
            case Staffing.Answer.Done(StaffMember member) -> Member.of(member);
            case Staffing.Answer.Refused(Staffing.Refusal why) -> throw refused(why, locale);
        };
    }

    private Problem refused(Staffing.Refusal why, Locale locale) {
        WrongField wrong = Refusals.wrong(why);
        String sentence = messages.getMessage(wrong.sentence(), null, wrong.sentence(), locale);
        return new Problem(422, "appointment-refused", Map.of(wrong.field(), Objects.requireNonNullElse(sentence, "")));
    }

    record Listing(List<Member> members) {}

    /** @param items for which the roles that handle cases are held; empty for all of the body */
    record Member(
            UUID person, String name, String body, String bodyName, String post, Set<Role> roles, Set<String> items) {
        static Member of(StaffMember member) {
            return new Member(
                    member.person().value(),
                    member.name(),
                    member.body().uscc().value(),
                    member.body().name(),
                    member.post(),
                    member.roles(),
                    member.items().items());
        }
    }

    /**
     * @param account identity number, telephone or sign-in name of a registered person
     * @param items implementation codes; all of the body when absent or empty
     */
    record NewMember(
            @Nullable String account,
            @Nullable String body,
            @Nullable String post,
            @Nullable Set<Role> roles,
            @Nullable Set<String> items) {
        @Override
        public String toString() {
            return "NewMember";
        }
    }

    /**
     * @param body USCC
     * @param items implementation codes; all of the body when absent or empty
     */
    record Appointment(
            @Nullable String body,
            @Nullable String post,
            @Nullable Set<Role> roles,
            @Nullable Set<String> items) {}
}

package org.zhengtong.services.licences.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.identity.WrongFields;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceAct;
import org.zhengtong.services.licences.LicenceDecision;
import org.zhengtong.services.licences.LicenceDesk;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceVersion;
import org.zhengtong.services.licences.Licences;

/** The licences of a body, for its staff's programs. */
@Tag(name = "Licences of a body")
@RestController
@RequestMapping("/api/v1/desk/licences")
class LicenceDeskApi {
    private final LicenceDesk desk;
    private final Licences licences;
    private final WrongFields wrongFields;

    LicenceDeskApi(LicenceDesk desk, Licences licences, WrongFields wrongFields) {
        this.desk = desk;
        this.licences = licences;
        this.wrongFields = wrongFields;
    }

    record LineList(List<LicenceDesk.Line> licences, Optional<UUID> next) {}

    record IssuedLicence(
            UUID id,
            String identifier,
            String number,
            String type,
            String holderName,
            LocalDate issuedOn,
            Optional<LocalDate> validUntil,
            LicenceState state,
            int version,
            Map<String, String> attributes,
            List<LicenceVersion> versions) {}

    /** @param version the version the decision is made about */
    record Deciding(
            LicenceAct act,
            int version,
            Optional<LicenceAct.Ground> ground,
            Optional<String> reason,
            Optional<String> document,
            Optional<LocalDate> until,
            Optional<String> hearing,
            Optional<String> receiver,
            Optional<Map<String, String>> attributes) {}

    @Operation(summary = "The licences the body has issued, what came last first")
    @GetMapping
    LineList list(
            StaffMember staff,
            @RequestParam(defaultValue = "") String type,
            @RequestParam Optional<LicenceState> state,
            @RequestParam Optional<UUID> before) {
        List<LicenceDesk.Line> lines = desk.list(staff, new LicenceDesk.Question(type, state, before));
        List<LicenceDesk.Line> page = lines.subList(0, Math.min(lines.size(), LicenceDesk.PAGE));
        return new LineList(
                page, lines.size() > page.size() ? Optional.of(page.getLast().id()) : Optional.empty());
    }

    @Operation(summary = "A licence the body has issued; its holder sees that it was opened")
    @GetMapping("/{id}")
    IssuedLicence one(StaffMember staff, @PathVariable UUID id) {
        return answer(desk.open(staff, id));
    }

    @Operation(summary = "Decide about a licence: a new version stands from now on")
    @PostMapping("/{id}/decisions")
    IssuedLicence decide(StaffMember staff, @PathVariable UUID id, @RequestBody Deciding body, Locale locale) {
        LicenceDecision decision = new LicenceDecision(
                body.act(),
                body.ground().map(LicenceAct.Ground::name).orElse(""),
                body.reason().orElse(""),
                body.document().orElse(""),
                body.until().map(LocalDate::toString).orElse(""),
                body.hearing().orElse(""),
                body.receiver().orElse(""),
                attributes(staff, id, body));
        return switch (desk.decide(staff, id, body.version(), decision)) {
            case LicenceDesk.Answer.Done(Licence licence) -> answer(licence);
            case LicenceDesk.Answer.Overtaken _ -> throw new Problem(409, "licence-overtaken");
            case LicenceDesk.Answer.Wrong(List<WrongField> wrong) -> throw wrongFields.problem(wrong, locale);
        };
    }

    /** What is not named stays as it is. */
    private Map<String, String> attributes(StaffMember staff, UUID id, Deciding body) {
        if (body.act() != LicenceAct.CORRECT) {
            return Map.of();
        }
        Map<String, String> stated = new HashMap<>(desk.open(staff, id).attributes());
        body.attributes().ifPresent(stated::putAll);
        return stated;
    }

    private IssuedLicence answer(Licence licence) {
        return new IssuedLicence(
                licence.id(),
                licence.identifier(),
                licence.number(),
                licence.type(),
                licence.holderName(),
                licence.issuedOn(),
                licence.validUntil(),
                licence.state(),
                licence.version(),
                licence.attributes(),
                licences.versions(licence.id()).orElse(List.of()));
    }
}

package org.zhengtong.services.systems.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.systems.ActingStaff;
import org.zhengtong.services.systems.Attachments;
import org.zhengtong.services.systems.Entering;
import org.zhengtong.services.systems.Evaluations;

/** What the calls share: the desk's command by the desk's rules, and the case as it stands then. */
@Component
class SystemCases {
    private final CaseDesk desk;
    private final Entering entering;
    private final Attachments attachments;
    private final Evaluations evaluations;
    private final Licences licences;

    SystemCases(CaseDesk desk, Entering entering, Attachments attachments, Evaluations evaluations, Licences licences) {
        this.desk = desk;
        this.entering = entering;
        this.attachments = attachments;
        this.evaluations = evaluations;
        this.licences = licences;
    }

    CaseFile open(OpenCall call, CaseId id) {
        return call.about(desk.open(id, call.caller().reader()));
    }

    SystemCase act(OpenCall call, CaseId id, Optional<By> by, Optional<Long> version, CaseCommand command) {
        StaffMember staff = call.staff(acting(by));
        CaseFile file = open(call, id);
        OptionalLong current = known(version);
        if (isWithColleague(call, file, staff)) {
            desk.take(id, staff, current, true);
            current = version.map(before -> OptionalLong.of(before + 1)).orElseGet(OptionalLong::empty);
        }
        desk.act(id, staff, current, command);
        return answer(call, desk.open(id, staff));
    }

    /** Who goes on with a case within the department is told over there; here it is written on the timeline. */
    private boolean isWithColleague(OpenCall call, CaseFile file, StaffMember staff) {
        return desk.isFor(file, staff)
                && file.assignee()
                        .filter(holder -> !holder.equals(staff.person()))
                        .filter(call.caller()::isOurs)
                        .isPresent();
    }

    SystemCase answer(OpenCall call, CaseFile file) {
        call.about(file);
        return SystemCase.of(
                file,
                entering.numberOf(call.caller(), file.id()),
                file.licence().flatMap(licences::find),
                attachments.of(file.id()),
                evaluations.of(Set.of(file.id().value())).getOrDefault(file.id().value(), List.of()));
    }

    static ActingStaff acting(Optional<By> by) {
        return new ActingStaff(
                by.flatMap(By::name).orElse(""), by.flatMap(By::post).orElse(""));
    }

    static OptionalLong known(Optional<Long> version) {
        return version.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    static <T> T needed(Optional<T> value, String name) {
        return value.orElseThrow(() -> new Problem(400, "value-missing", name));
    }
}

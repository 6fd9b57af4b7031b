package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceState;

/** A discharge permit runs out while its renewal lies unanswered. */
class DeemedRenewalTest {
    private static final ServiceItem PERMIT = CasesHouse.item("排污许可");

    private CasesHouse house;
    private PersonId applicant;

    @BeforeEach
    void in_a_new_house() {
        house = new CasesHouse();
        applicant = house.person("周建国");
    }

    @Test
    void applied_for_thirty_days_before_it_counts_as_renewed_when_nobody_decided() {
        house.held.add(permit(40));
        CaseId id = filed("renew");

        house.clock.advance(Duration.ofDays(40));
        house.deadlines.pass();
        assertThat(house.cases.open(id, applicant).standing().outcome()).isEmpty();
        house.clock.advance(Duration.ofDays(1));
        house.deadlines.pass();

        CaseFile file = house.cases.open(id, applicant);
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertThat(file.step(StepKind.GRANTED).orElseThrow().words()).contains("视为准予延续");
        assertThat(new CaseReplay(house.rules).standing(file.steps(), CaseTerms.of(PERMIT)))
                .isEqualTo(file.standing());
    }

    @Test
    void applied_for_later_or_for_something_else_it_does_not() {
        house.held.add(permit(20));
        CaseId late = filed("renew");
        CaseId fresh = filed("new");

        house.clock.advance(Duration.ofDays(60));
        house.deadlines.pass();

        assertThat(house.cases.open(late, applicant).state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(house.cases.open(fresh, applicant).state()).isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    void a_decision_before_the_last_day_is_the_only_one() {
        house.held.add(permit(40));
        CaseId id = filed("renew");
        StaffMember everything = house.staff("生态环境局", Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
        StaffMember second = house.staff("生态环境局", Role.REVIEW);
        house.desk.act(id, everything, OptionalLong.empty(), new CaseCommand.Accept());
        house.desk.act(id, everything, OptionalLong.empty(), new CaseCommand.Review(false, "不符合条件"));
        house.desk.act(id, second, OptionalLong.empty(), new CaseCommand.Review(false, "不符合条件"));
        house.desk.act(id, everything, OptionalLong.empty(), new CaseCommand.Refuse("排放超过标准"));

        house.clock.advance(Duration.ofDays(45));
        house.deadlines.pass();

        assertThat(house.cases.open(id, applicant).steps())
                .extracting(step -> step.kind())
                .contains(StepKind.REFUSED)
                .doesNotContain(StepKind.GRANTED);
    }

    private CaseId filed(String apply) {
        return house.cases
                .file(new FilingOrder(
                        UUID.randomUUID(),
                        PERMIT,
                        new Party.Person(applicant),
                        applicant,
                        Map.of("apply", apply),
                        Map.of(),
                        List.of(),
                        Channel.WEB))
                .id();
    }

    private Licence permit(int daysLeft) {
        LocalDate until = LocalDate.ofInstant(house.clock.instant(), Page.ZONE).plusDays(daysLeft);
        return new Licence(
                new UUID(0, 7),
                "1.2.156.3005.2",
                "1",
                PERMIT.licenceType().orElseThrow(),
                new Party.Firm(new FirmId(new UUID(0, 8))),
                "云溪纺织印染有限公司",
                PERMIT.bodyUscc(),
                PERMIT.bodyName(),
                until.minusYears(5),
                Optional.of(until),
                LicenceState.VALID,
                1,
                new TreeMap<>());
    }
}

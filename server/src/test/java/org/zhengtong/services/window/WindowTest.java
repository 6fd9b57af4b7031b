package org.zhengtong.services.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.InPerson;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.RealName;
import org.zhengtong.people.identity.Registration;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.privacy.OwnData;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.WindowFiling.Filed;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;

/** The one window: finding, registering, filing in somebody's name, handing over. */
class WindowTest extends AtTheWindow {
    @Autowired
    Handovers handovers;

    @Autowired
    Licences licences;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnData data;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void nothing_is_open_before_the_clerk_is_sure_and_the_person_reads_who_opened_it_and_why() {
        Someone citizen = people.someone("欧阳青石");
        Browser window = browser(clerk);
        UUID visit = begin(clerk, Visit.Way.NUMBER, citizen.number().value());

        String before = window.get("/desk/window/visits/" + visit).body();
        List<WrongField> unseen = visits.confirm(clerk, visit, "", false);
        boolean startedBefore = opens(() -> visits.start(clerk, visit, food().code(), Optional.empty()));
        List<WrongField> seen = visits.confirm(clerk, visit, "", true);

        assertThat(before)
                .contains("欧**", citizen.number().masked())
                .doesNotContain("欧阳青石", citizen.number().value(), citizen.phone(), "??");
        assertThat(unseen).extracting(WrongField::field).containsExactly("seen");
        assertThat(startedBefore).isFalse();
        assertThat(seen).isEmpty();
        assertThat(window.get("/desk/window/visits/" + visit).body())
                .contains("欧阳青石")
                .doesNotContain(citizen.number().value(), citizen.phone(), "??");
        OwnData.Seen opening = data.looks(signedIn(citizen.id())).getFirst();
        assertThat(opening.workplace()).contains(REGULATOR);
        assertThat(opening.look().purpose()).isEqualTo("来办执照");
        assertThat(opening.own()).isFalse();
    }

    @Test
    void a_telephone_is_only_a_hint_and_a_licence_needs_the_card() {
        Someone citizen = people.someone("林青石");

        UUID byPhone = begin(clerk, Visit.Way.PHONE, citizen.phone());
        assertThat(browser(clerk).get("/desk/window/visits/" + byPhone).body())
                .contains("林**", citizen.number().masked())
                .doesNotContain("林青石");
        assertThat(visits.confirm(clerk, byPhone, citizen.number().value().substring(14), true))
                .extracting(WrongField::field)
                .containsExactly("number");
        assertThat(visits.confirm(clerk, byPhone, citizen.number().value(), true))
                .isEmpty();
        assertThat(standing(byPhone)).isEqualTo(Visit.Standing.CONFIRMED);

        assertThat(visits.begin(clerk, typed(Visit.Way.LICENCE, "1.2.156.3005.2.nothing")))
                .isInstanceOf(Visits.Begun.Wrong.class);
        Licence licence = licence(citizen);
        UUID byLicence = begin(clerk, Visit.Way.LICENCE, "https://yunxi.example/verify/" + licence.identifier());
        assertThat(standing(byLicence)).isEqualTo(Visit.Standing.FOUND);
        assertThat(visits.confirm(clerk, byLicence, "0000", true))
                .extracting(WrongField::field)
                .containsExactly("number");
        assertThat(visits.confirm(clerk, byLicence, citizen.number().value().substring(14), true))
                .isEmpty();
        assertThat(licences.readings(licence.id()))
                .anySatisfy(reading -> assertThat(reading.actor()).isEqualTo(clerk.actor()));
    }

    @Test
    void who_is_not_known_is_registered_on_the_spot_and_nobody_opens_an_account_for_them_from_afar() {
        IdentityNumber number = People.number(LocalDate.of(1979, 3, 2));
        String phone = People.phone();
        UUID visit = begin(clerk, Visit.Way.NUMBER, number.value());

        assertThat(browser(clerk).get("/desk/window/visits/" + visit).body())
                .as("nothing is typed twice")
                .contains("value=\"" + number.value() + "\"");
        assertThat(visits.register(clerk, visit, new InPerson("周青石", number.value(), "12", "", true)))
                .extracting(WrongField::field)
                .containsExactly("phone");
        assertThat(visits.register(clerk, visit, new InPerson("周青石", number.value(), phone, "", true)))
                .isEmpty();

        PersonId person = visits.visit(clerk, visit).person().orElseThrow();
        assertThat(accounts.realNameOf(person)).isEqualTo(RealName.CONFIRMED);
        String password = "云溪-纸鸢-42-飞过";
        Registration stranger = new Registration("周青石", number.value(), People.phone(), "", password, password, true);
        Registration oneself = new Registration("周青石", number.value(), phone, "", password, password, true);
        assertThat(accounts.register(stranger, "192.0.2.7")).isInstanceOf(Accounts.Answer.Wrong.class);
        assertThat(accounts.register(oneself, "192.0.2.7"))
                .isEqualTo(new Accounts.Answer.Wrong(List.of(new WrongField("number", "identity.wrong.by-paper"))));
        assertThat(browser(clerk).get("/desk/window/visits/" + visit).body()).contains("href=\"/desk/recovery\"");
    }

    @Test
    void a_firm_joins_through_its_code_with_the_agent_present() {
        Someone citizen = people.someone("林青石");
        UUID visit = serve(clerk, citizen);
        String code = People.uscc().value();

        assertThat(visits.registerFirm(clerk, visit, new FirmRegistration("123", "", "", "", "")))
                .extracting(WrongField::field)
                .contains("uscc", "name");
        assertThat(visits.registerFirm(clerk, visit, new FirmRegistration(code, "云溪青石餐饮有限公司", "林青石", "", "")))
                .isEmpty();

        assertThat(identity.firmsOf(citizen.id()))
                .singleElement()
                .satisfies(firm -> assertThat(firm.uscc().value()).isEqualTo(code));
    }

    @Test
    void what_is_signed_is_what_is_filed_and_the_clerk_may_accept_at_once() throws FileRefused {
        Someone citizen = people.someone("林青石");
        UUID visit = serve(clerk, citizen);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.empty()));
        fill(clerk, draft, Map.of());

        assertThat(filing.submit(clerk, draft, true)).as("not signed").isInstanceOf(Filed.NotReady.class);
        filing.sign(clerk, draft, new ByteArrayInputStream(PHOTO), "签字.png");
        fill(clerk, draft, Map.of());
        assertThat(filing.submit(clerk, draft, true))
                .as("changed after the signature")
                .isInstanceOf(Filed.NotReady.class);
        UUID signed = filing.sign(clerk, draft, new ByteArrayInputStream(PHOTO), "签字.png");
        Filed filed = filing.submit(clerk, draft, true);

        assertThat(filed).isInstanceOf(Filed.OnDisk.class);
        CaseId id = ((Filed.OnDisk) filed).id();
        CaseFile file = cases.open(id, citizen.id());
        assertThat(file.channel()).isEqualTo(Channel.WINDOW);
        assertThat(file.agent()).isEqualTo(citizen.id());
        assertThat(file.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(file.materials()).contains(new HandedIn.Uploaded(HandedIn.SIGNED_APPLICATION, signed));
        assertThat(((Filed.OnDisk) filing.submit(clerk, draft, true)).id())
                .as("a second click")
                .isEqualTo(id);
        String receipt = browser(clerk)
                .get("/desk/window/visits/" + visit + "/cases/" + id.value() + "/receipt")
                .body();
        assertThat(receipt).contains(file.receiptNumber(), "已经受理").doesNotContain("??");
        String atDesk = browser(staff(REGULATOR, Role.REVIEW))
                .get("/desk/cases/" + id.value())
                .body();
        assertThat(atDesk).contains("申请书（窗口打印、申请人签字）", signed.toString());
        assertThat(browserOf(citizen)
                        .get("/my/cases/" + id.value() + "/documents/1")
                        .body())
                .contains("申请书（窗口打印、申请人签字）")
                .doesNotContain(HandedIn.SIGNED_APPLICATION);
    }

    @Test
    void the_clerks_hands_are_off_the_draft_when_the_visit_ends_and_nobody_elses_were_ever_on_it() {
        Someone citizen = people.someone("林青石");
        UUID visit = serve(clerk, citizen);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.empty()));
        StaffMember colleague = staff(REGULATOR, Role.ACCEPTANCE);

        assertThat(drafts.draft(signedIn(clerk.person()), draft).owner()).isEqualTo(citizen.id());
        assertThat(opens(() -> drafts.draft(signedIn(colleague.person()), draft)))
                .isFalse();
        assertThat(opens(() -> visits.visit(colleague, visit))).isFalse();
        assertThat(opens(() -> drafts.delete(signedIn(clerk.person()), draft))).isFalse();
        visits.close(clerk, visit);

        assertThat(opens(() -> drafts.draft(signedIn(clerk.person()), draft))).isFalse();
        assertThat(drafts.openOf(citizen.id())).extracting(Drafts.Open::id).containsExactly(draft);
        assertThat(opens(() -> visits.start(clerk, visit, individual().code(), Optional.empty())))
                .isFalse();

        UUID second = serve(clerk, citizen);
        visits.goOn(clerk, second, draft);
        clock.advance(Visit.LONGEST.plus(Duration.ofMinutes(1)));
        assertThat(opens(() -> drafts.draft(signedIn(clerk.person()), draft)))
                .as("left open overnight")
                .isFalse();
    }

    @Test
    void a_matter_goes_to_another_window_with_all_that_was_filled_in() {
        Someone citizen = people.someone("林青石");
        StaffMember police = staff(POLICE, Role.ACCEPTANCE);
        UUID visit = serve(clerk, citizen);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.empty()));
        fill(clerk, draft, Map.of());
        int version = drafts.draft(signedIn(citizen.id()), draft).version();

        assertThat(handovers.handOver(clerk, visit, Optional.of(draft), REGULATOR, ""))
                .isInstanceOf(Handovers.Answer.Wrong.class);
        Handovers.Answer answer = handovers.handOver(
                clerk, visit, Optional.of(draft), police.body().uscc().value(), "涉及特种行业，请一并受理");
        UUID id = ((Handovers.Answer.Done) answer).handover();

        assertThat(standing(visit)).isEqualTo(Visit.Standing.OVER);
        assertThat(handovers.waiting(police)).extracting(Handover::id).contains(id);
        assertThat(browser(clerk).get("/desk/window/handovers/" + id).body())
                .contains(POLICE, police.body().address(), "涉及特种行业", "林**")
                .doesNotContain("林青石", "??");
        UUID there = handovers.take(police, id);
        assertThat(opens(() -> drafts.draft(signedIn(police.person()), draft))).isFalse();
        assertThat(visits.confirm(police, there, citizen.number().value().substring(14), true))
                .isEmpty();
        Draft goesOn = drafts.draft(signedIn(police.person()), draft);
        assertThat(goesOn.version()).isEqualTo(version);
        assertThat(goesOn.answers().values()).isNotEmpty();
        assertThat(handovers.waiting(police)).extracting(Handover::id).doesNotContain(id);
        assertThat(opens(() -> handovers.handover(staff("云溪市民政局", Role.ACCEPTANCE), id)))
                .isFalse();
    }

    @Test
    void the_window_is_for_those_who_accept_and_nobody_serves_themselves() {
        StaffMember reviewer = staff(REGULATOR, Role.REVIEW);

        assertThat(browser(reviewer).get("/desk/window").statusCode()).isEqualTo(403);
        assertThat(browser(reviewer).get("/desk/window/delivery").statusCode()).isEqualTo(403);
        assertThat(browser(reviewer).get("/desk/window/acceptance").statusCode())
                .isEqualTo(403);
        assertThat(browser(staff(REGULATOR, Role.CATALOGUE)).get("/desk/window").statusCode())
                .isEqualTo(302);
        String own = identity.openNumber(clerk.person(), "system", "a test").value();
        assertThatThrownBy(() -> begin(clerk, Visit.Way.NUMBER, own))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("window.own-matter"));
    }

    private Visit.Standing standing(UUID visit) {
        return visits.visit(clerk, visit).standing(clock.instant());
    }

    private Licence licence(Someone citizen) {
        LicenceOrder order = new LicenceOrder(
                "食品经营许可证",
                new Party.Firm(people.firmOf(citizen.id(), "云溪老李饭店")),
                "云溪老李饭店",
                clerk.body().uscc().value(),
                REGULATOR,
                LocalDate.now(clock),
                Optional.empty(),
                new TreeMap<>(Map.of("经营者名称", "云溪老李饭店", "经营项目", "热食类食品制售")),
                identifiers.next());
        return Objects.requireNonNull(transaction.execute(_ -> licences.issue(order)));
    }
}

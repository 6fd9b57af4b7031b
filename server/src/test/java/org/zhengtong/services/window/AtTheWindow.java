package org.zhengtong.services.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.AnswerSamples;
import org.zhengtong.services.filing.Checklist;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.filing.WindowFiling.Filed;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** A clerk at a window who serves people, for the tests of what is done there. */
@ZhengtongTest
abstract class AtTheWindow {
    static final String REGULATOR = "云溪市市场监督管理局";
    static final String POLICE = "云溪市公安局";
    static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    @LocalServerPort
    int port;

    @Autowired
    Visits visits;

    @Autowired
    WindowFiling filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Cases cases;

    @Autowired
    CaseDesk desk;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    TestClock clock;

    People people;
    StaffMember clerk;

    @BeforeEach
    void clerk() {
        people = new People(identity);
        clerk = staff(REGULATOR, Role.ACCEPTANCE);
    }

    ServiceItem food() {
        return item("食品经营许可");
    }

    ServiceItem individual() {
        return item("个体工商户设立登记");
    }

    ServiceItem item(String name) {
        return catalogue.items().stream()
                .filter(item -> item.name().contains(name))
                .filter(item -> item.bodyName().equals(REGULATOR))
                .findFirst()
                .orElseThrow();
    }

    StaffMember staff(String body, Role... roles) {
        return organisation.staff(people.staff(organisation, body, roles).id()).orElseThrow();
    }

    static NewVisit typed(Visit.Way way, String who) {
        return new NewVisit(way, who, "来办执照", Optional.of(""));
    }

    UUID begin(StaffMember at, Visit.Way way, String who) {
        return ((Visits.Begun.Open) visits.begin(at, typed(way, who))).visit();
    }

    UUID serve(StaffMember at, Someone citizen) {
        UUID visit = begin(at, Visit.Way.NUMBER, citizen.number().value());
        assertThat(visits.confirm(at, visit, "", true)).isEmpty();
        return visit;
    }

    static UUID begun(Drafts.Start start) {
        return ((Drafts.Start.Begun) start).draft();
    }

    void fill(StaffMember by, UUID id, Map<String, String> wished) {
        fill(by.person(), id, wished);
    }

    void fill(PersonId by, UUID id, Map<String, String> wished) {
        SignedIn me = signedIn(by);
        Draft draft = drafts.draft(me, id);
        ServiceItem item = draft.item();
        Map<String, String> answers = new HashMap<>(new AnswerSamples(new Random(draft.version())).right(item.form()));
        answers.keySet().removeAll(drafts.atHand(draft).bound(item.form()).keySet());
        answers.putAll(wished);
        if (!answers.getOrDefault("delivery", "").equals("邮寄")) {
            answers.remove("delivery_address");
        }
        Map<String, String> situations = new HashMap<>();
        item.situations()
                .forEach(
                        one -> situations.put(one.id(), one.answers().getFirst().id()));
        Map<String, List<UUID>> files = new HashMap<>();
        Checklist.of(item, situations, drafts.atHand(draft)).lines().forEach(line -> {
            if (line.duty() instanceof Checklist.Duty.Upload) {
                files.put(line.material().id(), List.of(keep(me, id)));
            }
        });
        assertThat(drafts.replace(me, id, draft.version(), situations, answers, files, List.of()))
                .isInstanceOf(Drafts.Saved.Here.class);
    }

    UUID keep(SignedIn me, UUID draft) {
        try {
            return drafts.keep(me, draft, new ByteArrayInputStream(PHOTO), "材料.png")
                    .id();
        } catch (FileRefused refused) {
            throw new AssertionError(refused);
        }
    }

    CaseId filed(Someone citizen, Map<String, String> wished) throws FileRefused {
        UUID visit = serve(clerk, citizen);
        UUID draft = begun(visits.start(clerk, visit, individual().code(), Optional.empty()));
        fill(clerk, draft, wished);
        filing.sign(clerk, draft, new ByteArrayInputStream(PHOTO), "签字.png");
        Filed filed = filing.submit(clerk, draft, false);
        assertThat(filed).isInstanceOf(Filed.OnDisk.class);
        return ((Filed.OnDisk) filed).id();
    }

    void grant(CaseId id) {
        desk.act(id, clerk, OptionalLong.empty(), new CaseCommand.Accept());
        desk.act(id, staff(REGULATOR, Role.REVIEW), OptionalLong.empty(), new CaseCommand.Review(true, "材料齐全。"));
        desk.act(id, staff(REGULATOR, Role.DECISION), OptionalLong.empty(), new CaseCommand.Grant(""));
    }

    SignedIn signedIn(PersonId person) {
        return new SignedIn(new UUID(1, 1), person, "", Optional.empty());
    }

    Browser browser(StaffMember staff) {
        Browser browser = new Browser(port);
        browser.signIn(identity.person(staff.person()).phone(), People.PASSWORD);
        return browser;
    }

    Browser browserOf(Someone citizen) {
        Browser browser = new Browser(port);
        browser.signIn(citizen.phone(), People.PASSWORD);
        return browser;
    }

    static boolean opens(Runnable door) {
        try {
            door.run();
            return true;
        } catch (Problem closed) {
            return false;
        }
    }
}

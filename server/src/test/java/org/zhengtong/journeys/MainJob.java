package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;

/** The steps of the main job, each done in a browser by whoever's turn it is. */
final class MainJob {
    private final int port;
    private final Device device;
    private final Identity identity;
    private final Organisation organisation;

    MainJob(int port, Device device, Identity identity, Organisation organisation) {
        this.port = port;
        this.device = device;
        this.identity = identity;
        this.organisation = organisation;
    }

    /** From the page that asks to sign in to the first page of the draft. */
    static void register(Surfer citizen) {
        assertThat(citizen.path()).startsWith("/sign-in");
        citizen.click("main a[href^='/register']");
        String number = People.number(LocalDate.of(1990, 5, 17)).value();
        citizen.type("#name", "林青石").type("#number", number).type("#phone", People.phone());
        citizen.type("#address", "云溪市望溪区青石路 8 号");
        citizen.type("#password", People.PASSWORD).type("#passwordAgain", People.PASSWORD);
        citizen.find("#agreed").check();
        citizen.click("main form button");
        if (!citizen.path().startsWith("/drafts/")) {
            start(citizen, "注册公司", "企业设立登记");
        }
        assertThat(citizen.path()).startsWith("/drafts/");
    }

    static void start(Surfer citizen, String words, String item) {
        citizen.go("/search?q=" + words).click(".result a:has-text('" + item + "')");
        citizen.click("form[action$='/start'] button:visible");
    }

    /** The path of the draft the citizen is in. */
    static String draft(Surfer citizen) {
        assertThat(citizen.path()).startsWith("/drafts/");
        return citizen.path().replaceAll("^(/drafts/[0-9a-f-]+).*", "$1");
    }

    /** Answers everything, and stops before the last button. */
    static void prepare(Surfer citizen, Map<String, String> answers) {
        new FormFiller(citizen, answers).fillIn();
        citizen.find("#declared").check();
    }

    /** @return the receipt number */
    static String file(Surfer citizen, Map<String, String> answers) {
        prepare(citizen, answers);
        citizen.click("main form button.button");
        return receipt(citizen);
    }

    /** The receipt number the citizen is shown. */
    static String receipt(Surfer citizen) {
        assertThat(citizen.path()).matches("/my/cases/[0-9a-f-]{36}/receipt.*");
        return citizen.find(".receipt-number").innerText().strip();
    }

    /** The path of the case whose receipt the citizen is shown. */
    static String matter(Surfer citizen) {
        return citizen.path().replaceFirst("/receipt.*", "");
    }

    /** Accepted, reviewed and granted, by three members of the staff. */
    void decide(String receipt) {
        try (Surfer clerk = atTheCase(Role.ACCEPTANCE, receipt)) {
            take(clerk).click("form[action$='/acceptance'] button");
        }
        try (Surfer reviewer = atTheCase(Role.REVIEW, receipt)) {
            take(reviewer)
                    .type("form[action$='/review'] textarea", "材料齐全,符合法定条件。")
                    .click("form[action$='/review'] button");
        }
        try (Surfer decider = atTheCase(Role.DECISION, receipt)) {
            take(decider).click("form[action$='/grant'] button");
            assertThat(decider.text()).contains("准予");
        }
    }

    static Surfer take(Surfer staff) {
        return staff.click("form[action$='/taking'] button");
    }

    /** A new member of the market regulator's staff, who has found the case at the desk. */
    Surfer atTheCase(Role role, String receipt) {
        Someone someone = new People(identity).staff(organisation, "云溪市市场监督管理局", role);
        Surfer staff = new Surfer(port, device).signIn(someone.phone(), People.PASSWORD);
        assertThat(staff.path()).isEqualTo("/desk");
        staff.type("main input[name=q]", receipt).click("form[role=search] button");
        return staff.click("main table a");
    }
}

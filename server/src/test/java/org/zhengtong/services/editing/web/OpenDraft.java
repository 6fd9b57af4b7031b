package org.zhengtong.services.editing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.PageForm;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

/** A draft with two stewards who write on it, for the tests of its editors. */
@ZhengtongTest
abstract class OpenDraft {
    static final String FREE = "医师执业注册";
    static final String BOUND = "公共场所卫生许可";

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    BaseCatalogue base;

    @Autowired
    Editing editing;

    Browser writer;
    Browser second;
    private StaffMember steward;
    String draft = "";

    @BeforeEach
    void twoStewards() {
        People.Someone someone = new People(identity).staff(organisation, "云溪市数据局", Role.CATALOGUE);
        steward = organisation.staff(someone.id()).orElseThrow();
        writer = new Browser(port);
        writer.signIn(someone.phone(), People.PASSWORD);
        second = staff("云溪市数据局", Role.CATALOGUE);
    }

    @AfterEach
    void nothingLeftOpen() {
        if (!draft.isEmpty()) {
            writer.post(draft + "/discard");
        }
    }

    /** A base item that leaves the materials to those who implement it. */
    final void freeMaterials() {
        BaseItem kept = base.find(YunxiBodies.item(FREE).baseCode()).orElseThrow();
        Map<Element, BaseItem.Inherited> elements = new EnumMap<>(Element.class);
        elements.putAll(kept.elements());
        if (elements.remove(Element.MATERIALS) != null) {
            base.publish(
                    new BaseItem(kept.code(), kept.version(), kept.type(), kept.name(), kept.division(), elements),
                    Publication.OF_THE_PROGRAM);
        }
    }

    final void begin(String name) {
        ItemCode code = YunxiBodies.item(name).code();
        int version = catalogue.item(code).orElseThrow().version();
        draft = Browser.location(
                writer.post("/desk/entries/from", "code", code.value(), "version", String.valueOf(version)));
    }

    final StaffMember steward() {
        return steward;
    }

    final ServiceItem item() {
        return editing.draft(steward, id()).draft().item();
    }

    final UUID id() {
        return UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
    }

    final PageForm member(String list, String id) {
        String page = list + "/" + id;
        return PageForm.of(writer.get(page).body(), page);
    }

    final PageForm newField(String section) {
        String page = draft + "/parts/form/fields/new";
        return PageForm.of(writer.get(page + "?section=" + section).body(), page);
    }

    /** Presses one of the small buttons of a list. */
    final void send(String list, String action, String... choice) {
        PageForm form = PageForm.of(writer.get(list).body(), action);
        if (choice.length > 0) {
            form.with(choice[0], choice[1]);
        }
        assertThat(form.send(writer).statusCode()).isEqualTo(302);
    }

    final String refused(PageForm form) {
        HttpResponse<String> answer = form.send(writer);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    static String policy(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    final Browser staff(String body, Role role) {
        People.Someone someone = new People(identity).staff(organisation, body, role);
        Browser browser = new Browser(port);
        browser.signIn(someone.phone(), People.PASSWORD);
        return browser;
    }
}

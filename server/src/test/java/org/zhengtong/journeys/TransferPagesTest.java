package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.transfer.internal.ImportRound;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.json.JsonMapper;

/** A steward brings entries in by file and another approves them, on every kind of screen. */
@ZhengtongTest
@ActiveProfiles("demo")
class TransferPagesTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @Autowired
    Catalogue catalogue;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    @AfterEach
    void noDraftIsLeft() {
        database.sql(
                        "update editing.draft set stage = 'DISCARDED' where id in (select draft from transfer.import_draft)")
                .update();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "ELDER_PHONE", "DARK_DESKTOP", "ENGLISH_PHONE"})
    void every_page_of_an_import_keeps_to_the_rules(Device device) {
        try (Surfer steward = as("steward", device);
                Surfer publisher = as("publisher", device)) {
            String faulty = sent(steward, "[{\"code\":\"123\",\"name\":\"缺了一半\"}]");
            steward.photograph("import-" + device + "-waiting");
            seen(steward, faulty, "import-" + device + "-faulty");
            assertThat(steward.find("table tbody tr").count()).isGreaterThan(5);

            String sound = sent(steward, changed("特困人员救助供养"));
            seen(steward, sound, "import-" + device + "-done");
            assertThat(steward.find("form[action$='/approve']").count())
                    .as("nobody approves their own")
                    .isZero();
            seen(publisher, sound, "import-" + device + "-review");
            publisher.type(
                    "input[type=date]", publisher.find("input[type=date]").getAttribute("min"));
            assertThat(publisher.click("form[action$='/approve'] button").path())
                    .startsWith(sound);
            publisher.photograph("import-" + device + "-approved");
        }
    }

    private Surfer as(String persona, Device device) {
        return new Surfer(port, device).go("/demo").click("form:has(input[value='" + persona + "']) button");
    }

    /** @return the address of the import */
    private String sent(Surfer steward, String document) {
        steward.go("/desk/transfer");
        steward.find("#file")
                .setInputFiles(
                        new FilePayload("事项.json", "application/json", document.getBytes(StandardCharsets.UTF_8)));
        String address = steward.type("#reason", "说明写得更清楚")
                .click("main form[enctype] button")
                .path();
        assertThat(address).startsWith("/desk/transfer/imports/");
        ImportRound.run(program, UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
        return address;
    }

    private static void seen(Surfer surfer, String address, String name) {
        surfer.go(address).look();
        surfer.obeysTheRules();
        surfer.photograph(name);
    }

    private String changed(String name) {
        ServiceItem item = catalogue.items().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return json.writeValueAsString(new ServiceItem[] {
            EntryDocument.of(item)
                    .with(Element.SUMMARY, EntryDocument.value("无劳动能力、无生活来源的人，由政府供养。"))
                    .item()
        });
    }
}

package org.zhengtong.services.systems.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.systems.Systems;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** The script of docs/department-systems.md does what the page says. */
@ZhengtongTest
class WorkedExampleTest {
    private static final Path PAGE = Path.of("").toAbsolutePath().resolveSibling("docs/department-systems.md");

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cases cases;

    @Autowired
    Systems systems;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    @Test
    void a_case_filed_here_is_seen_and_accepted_and_gets_a_record() throws Exception {
        People people = new People(identity);
        ServiceItem item = catalogue.items().stream()
                .filter(one -> one.name().equals("个体工商户设立登记"))
                .findFirst()
                .orElseThrow();
        StaffMember administrator = organisation
                .staff(people.staff(organisation, item.bodyName(), Role.SYSTEM_ADMINISTRATOR)
                        .id())
                .orElseThrow();
        People.Someone applicant = people.someone("林小满");
        Receipt receipt = filed(item, applicant);
        Systems.Answer.Registered registered = (Systems.Answer.Registered)
                systems.register(administrator, "例子系统", item.bodyUscc(), Set.of("ACCEPTANCE"));
        Files.write(folder.resolve("record.png"), SystemCallsTest.picture());

        String said = run(registered, receipt);

        assertThat(said)
                .contains("\"cases\":[", "\"state\":\"ACCEPTED\"", "record.png")
                .doesNotContain("/problems/");
        assertThat(cases.open(receipt.id(), applicant.id()).state()).isEqualTo(CaseState.ACCEPTED);
    }

    /** The clock of the test stands still in March: the script is told what it says. */
    private String run(Systems.Answer.Registered registered, Receipt receipt) throws Exception {
        String script =
                script().replace("$(date +%s)", Long.toString(clock.instant().getEpochSecond()));
        ProcessBuilder shell = new ProcessBuilder("bash", "-euc", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment()
                .putAll(Map.of(
                        "ZT", "http://localhost:" + port,
                        "ZT_SYSTEM", registered.system().toString(),
                        "ZT_SECRET", registered.secret().value(),
                        "ZT_CASE", receipt.id().value().toString()));
        Process running = shell.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(said).isZero();
        return said;
    }

    private static String script() throws Exception {
        Matcher shown = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private Receipt filed(ServiceItem item, People.Someone applicant) {
        return cases.file(new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(applicant.id()),
                applicant.id(),
                Map.of(),
                Map.of("shop_name", "云溪小面馆", "scope", "餐饮服务"),
                java.util.List.of(
                        new HandedIn.Generated(item.materials().getFirst().id())),
                Channel.WEB));
    }
}

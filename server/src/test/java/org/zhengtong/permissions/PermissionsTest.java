package org.zhengtong.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhengtong.ground.audit.internal.CheckpointNow;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MandateOrder;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.Proof;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Staffing;
import org.zhengtong.people.privacy.DataRequests;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Moment;
import org.zhengtong.services.appointments.Offer;
import org.zhengtong.services.appointments.Wish;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.halls.BookingChannel;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ShopFiling;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/**
 * Every endpoint, tried by everybody on the things of one citizen and one body. The answers are kept as a table in
 * {@code docs/security/permissions.md}; an endpoint that is not in it, or answers otherwise, fails here.
 */
@ZhengtongTest
class PermissionsTest {
    private static final Path TABLE =
            Path.of("").toAbsolutePath().resolveSibling("").resolve("docs/security/permissions.md");
    private static final String UNTRIED = "·";
    private static final String BODY = "云溪市市场监督管理局";
    private static final String OTHER = "药品零售企业经营许可";
    private static final String OTHER_BODY = "云溪市人力资源和社会保障局";

    /** Who tries. */
    private enum Who {
        NOBODY,
        /** The citizen whose things they are. */
        OWNER,
        STRANGER,
        ACCEPTANCE(Role.ACCEPTANCE),
        REVIEW(Role.REVIEW),
        DECISION(Role.DECISION),
        CATALOGUE(Role.CATALOGUE),
        SUPERVISION(Role.SUPERVISION),
        SYSTEM(Role.SYSTEM_ADMINISTRATOR),
        SECURITY(Role.SECURITY_ADMINISTRATOR),
        AUDIT(Role.AUDIT_ADMINISTRATOR),
        /** Staff of another body who may do everything there that clerks, reviewers and deciders do. */
        ELSEWHERE(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION),
        /** Staff of the same body who do the same for another item only. */
        OTHER_ITEM(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);

        @SuppressWarnings("ImmutableEnumChecker")
        private final List<Role> roles;

        Who(Role... roles) {
            this.roles = List.of(roles);
        }

        boolean isStaff() {
            return !roles.isEmpty();
        }

        /** Whom the things are none of the business of. */
        boolean isOutside() {
            return this == NOBODY
                    || this == STRANGER
                    || this == ELSEWHERE
                    || this == OTHER_ITEM
                    || roles.stream().anyMatch(role -> !HANDLING.contains(role));
        }

        private static final Set<Role> HANDLING =
                EnumSet.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION, Role.SUPERVISION);
    }

    /** What came of a try. */
    private enum Came {
        IN("●"),
        /** Told that something in the request is missing or wrong. */
        ASKED("…"),
        SIGN_IN("→"),
        REFUSED("✕"),
        NOT_FOUND("○"),
        FAILED("!");

        private final String sign;

        Came(String sign) {
            this.sign = sign;
        }

        static Came of(HttpResponse<String> answer) {
            int status = answer.statusCode();
            String location = Browser.location(answer);
            if (status >= 500) {
                return FAILED;
            }
            if (status == 401 || (status / 100 == 3 && location.startsWith("/sign-in"))) {
                return SIGN_IN;
            }
            return status == 403 ? REFUSED : status == 404 ? NOT_FOUND : status >= 400 ? ASKED : IN;
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    ShopFiling shops;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Staffing staffing;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Filing filing;

    @Autowired
    Drafts drafts;

    @Autowired
    Cases cases;

    @Autowired
    CaseDesk desk;

    @Autowired
    Licences licences;

    @Autowired
    Mandates mandates;

    @Autowired
    Messages messages;

    @Autowired
    Appointments appointments;

    @Autowired
    DataRequests requests;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Identifiers identifiers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationContext program;

    private final Map<Who, Browser> browsers = new EnumMap<>(Who.class);
    private final Map<Who, String> bearers = new EnumMap<>(Who.class);

    @Test
    void everybody_reaches_exactly_what_the_table_says() throws Exception {
        boolean writing = Boolean.getBoolean("zt.write-documents");
        People people = new People(identity);
        CheckpointNow.make(program);
        SomebodysThings things = things(people);
        Map<String, String> known = writing ? Map.of() : known();
        Map<String, String> found = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();

        for (Endpoint endpoint : Endpoint.all(mappings)) {
            String before = known.getOrDefault(endpoint.toString(), "");
            StringBuilder row = new StringBuilder();
            for (Who who : Who.values()) {
                boolean letIn = !endpoint.reads() && before.startsWith(Came.IN.sign, row.length());
                if (letIn || wouldEnd(endpoint, who)) {
                    row.append(letIn ? Came.IN.sign : UNTRIED);
                    continue;
                }
                HttpResponse<String> answer = tried(endpoint, things, who, people);
                Came came = Came.of(answer);
                row.append(came.sign);
                if (came == Came.FAILED) {
                    faults.add(endpoint + " fails for " + who + ": " + answer.statusCode());
                }
                if (who.isOutside() && !readsByDuty(endpoint, who) && things.isToldBy(answer.body())) {
                    faults.add(endpoint + " tells " + who + " of the citizen");
                }
                if (came == Came.IN && isClosedTo(endpoint, who)) {
                    faults.add(endpoint + " lets " + who + " in");
                }
            }
            found.put(endpoint.toString(), row.toString());
        }

        if (writing) {
            Files.createDirectories(Objects.requireNonNull(TABLE.getParent()));
            Files.writeString(TABLE, written(found));
        }
        assertThat(faults).isEmpty();
        assertThat(TABLE)
                .as(
                        "after a new endpoint: ./zt test -Dtest=PermissionsTest -Dzt.write-documents=true, and read what changed")
                .hasContent(written(found));
    }

    /** Not tried, because the things of the others' tries would be gone, or the key of all records be changed. */
    private static boolean wouldEnd(Endpoint endpoint, Who who) {
        boolean ends = endpoint.method() == RequestMethod.DELETE
                || endpoint.path().matches(".*/(delete|withdrawal|end|cancellation)");
        boolean changesKey = !endpoint.reads() && endpoint.path().contains("/keys");
        return (ends && who == Who.OWNER) || (changesKey && who == Who.SECURITY);
    }

    /** Who imports the licences of the body looks at them, and who answers a request reads what it asks for. */
    private static boolean readsByDuty(Endpoint endpoint, Who who) {
        return (who == Who.CATALOGUE && endpoint.path().matches("(/api/v1)?/desk/licences(/.*)?"))
                || (who == Who.SECURITY && endpoint.path().startsWith("/desk/requests"));
    }

    /** Whatever the table says. */
    private static boolean isClosedTo(Endpoint endpoint, Who who) {
        String path = endpoint.path();
        boolean ofPersons = path.matches("/(my|drafts|desk|supplements)(/.*)?|/api/v1/(me|drafts|staff)(/.*)?");
        boolean ofStaff = path.matches("/desk(/.*)?|/api/v1/staff(/.*)?");
        return (who == Who.NOBODY && ofPersons) || (!who.isStaff() && ofStaff);
    }

    private HttpResponse<String> tried(Endpoint endpoint, SomebodysThings things, Who who, People people) {
        Browser browser = browsers.computeIfAbsent(who, _ -> signedIn(who, things, people));
        String path = endpoint.filled(name -> things.value(endpoint.path(), name));
        HttpResponse<String> answer = endpoint.isForPrograms()
                ? new Browser(port)
                        .call(
                                endpoint.method().name(),
                                path,
                                bearers.getOrDefault(who, ""),
                                endpoint.reads() ? "" : "{}")
                : endpoint.reads() ? browser.get(path) : browser.post(path);
        if (!endpoint.reads() && endpoint.path().matches(".*/(sign-out|sessions)(/.*)?")) {
            browsers.remove(who);
        }
        return answer;
    }

    private Browser signedIn(Who who, SomebodysThings things, People people) {
        Browser browser = new Browser(port);
        if (who != Who.NOBODY) {
            People.Someone someone = switch (who) {
                case OWNER -> things.owner();
                case STRANGER -> people.someone("钱生人");
                case ELSEWHERE -> people.staff(organisation, OTHER_BODY, who.roles.toArray(Role[]::new));
                case OTHER_ITEM -> people.staffFor(staffing, organisation, BODY, OTHER, Set.copyOf(who.roles));
                default -> people.staff(organisation, BODY, who.roles.toArray(Role[]::new));
            };
            browser.signIn(someone.phone(), People.PASSWORD);
            bearers.put(who, browser.bearer(someone.phone(), People.PASSWORD));
        }
        return browser;
    }

    private SomebodysThings things(People people) throws Exception {
        People.Someone owner = people.someone("欧阳青石");
        StaffMember clerk = organisation
                .staff(people.staff(organisation, BODY, Role.ACCEPTANCE).id())
                .orElseThrow();
        CaseId filed = shops.filed(owner, true);
        CaseFile asked = shops.asked(filed, clerk);
        deliveries.runDue();
        SignedIn me = new SignedIn(new UUID(1, 1), owner.id(), owner.name(), Optional.empty());
        ServiceItem item = catalogue.item(asked.item(), asked.itemVersion());
        UUID draft = ((Drafts.Start.Begun) drafts.start(me, item.code(), Optional.empty())).draft();
        Licence licence = licence(owner, clerk);
        HandedIn.Uploaded paper = asked.materials().stream()
                .filter(HandedIn.Uploaded.class::isInstance)
                .map(HandedIn.Uploaded.class::cast)
                .findFirst()
                .orElseThrow();
        DataRequests.Answer made = requests.make(me, new DataRequests.Wish("CORRECTION", "account", "欧阳青石的住址写错了"));
        Map<String, UUID> ids = new LinkedHashMap<>();
        ids.put("/requests", ((DataRequests.Answer.Made) made).id());
        ids.put("/cases", filed.value());
        ids.put("/drafts", draft);
        ids.put("/licences", licence.id());
        ids.put("/mandates", mandate(owner, people));
        ids.put("/appointments", appointment(me, item));
        ids.put(
                "/messages",
                messages.of(owner.id(), OptionalLong.empty()).getFirst().id());
        Map<String, String> names = new HashMap<>(Map.of(
                "file", paper.file().toString(),
                "material", paper.material(),
                "code", item.code().value(),
                "uscc", item.bodyUscc(),
                "person", owner.id().value().toString(),
                "identifier", licence.identifier(),
                "number", "1",
                "version", "1",
                "page", "1"));
        return new SomebodysThings(
                owner, List.of(owner.name(), owner.phone(), owner.number().value(), asked.receiptNumber()), ids, names);
    }

    private UUID appointment(SignedIn me, ServiceItem item) {
        Offer.Day day = appointments
                .offer("citizen-centre", item, BookingChannel.PORTAL)
                .flatMap(Offer::firstFree)
                .orElseThrow();
        LocalTime starts = day.times().stream()
                .filter(time -> time.free() > 0)
                .findFirst()
                .orElseThrow()
                .starts();
        Wish wish = new Wish("citizen-centre", item.code().value(), new Moment(day.date(), starts));
        return ((Appointments.Answer.Done) appointments.book(me, wish, BookingChannel.PORTAL))
                .appointment()
                .id();
    }

    private UUID mandate(People.Someone owner, People people) {
        People.Someone proxy = people.someone("孙受托");
        SignedIn fresh = new SignedIn(
                new UUID(1, 1),
                owner.id(),
                owner.name(),
                Optional.empty(),
                new Proof(SignInWay.PASSWORD, false, clock.instant()));
        MandateOrder order = new MandateOrder(
                Optional.empty(),
                proxy.name(),
                proxy.number().value(),
                true,
                List.of(),
                Set.of("READ"),
                "",
                LocalDate.now(clock).plusDays(30).toString());
        return ((Mandates.Answer.Done) mandates.sign(fresh, order)).mandate();
    }

    private Licence licence(People.Someone owner, StaffMember issuer) {
        LicenceOrder order = new LicenceOrder(
                "食品经营许可证",
                new Party.Person(owner.id()),
                owner.name(),
                issuer.body().uscc().value(),
                issuer.body().name(),
                LocalDate.now(clock),
                Optional.empty(),
                new TreeMap<>(Map.of("经营者名称", owner.name(), "经营项目", "热食类食品制售")),
                identifiers.next());
        return Objects.requireNonNull(transaction.execute(_ -> licences.issue(order)));
    }

    private static String written(Map<String, String> rows) {
        String heads = Stream.of(Who.values())
                .map(who -> who.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" | "));
        StringBuilder page = new StringBuilder("""
                # Who reaches what

                Every endpoint of the program, tried by a test (`PermissionsTest`) on the case, draft, licence, message and
                files of one citizen and one body. `owner` is that citizen, `stranger` another; then staff of that body with one
                role each, `elsewhere` staff of another body who accept, review and decide there, and `other item` staff of the
                same body who do so for another item only.

                ● let in · … told what is missing in the request · → sent to sign in · ✕ refused · ○ there is none for them · · would end it, not tried

                """);
        page.append("| endpoint | ")
                .append(heads)
                .append(" |\n|---")
                .append("|---".repeat(Who.values().length))
                .append("|\n");
        rows.forEach((endpoint, row) -> page.append("| `")
                .append(endpoint)
                .append("` | ")
                .append(String.join(" | ", row.split("")))
                .append(" |\n"));
        return page.toString();
    }

    private static Map<String, String> known() throws IOException {
        Pattern line = Pattern.compile("\\| `([^`]+)` \\| (.*) \\|");
        return Files.readAllLines(TABLE).stream()
                .map(line::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        row -> row.group(1), row -> row.group(2).replace(" | ", "")));
    }
}

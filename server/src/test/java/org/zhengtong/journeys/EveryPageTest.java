package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.zhengtong.ground.audit.internal.CheckpointNow;
import org.zhengtong.testing.ZhengtongTest;

/**
 * Everybody of the demo city walks through the house along its links: no link is dead, every page of the program is
 * reached by somebody, and each is looked at as {@link Surfer} does.
 */
@ZhengtongTest
@ActiveProfiles("demo")
class EveryPageTest {
    private static final List<String> PEOPLE = List.of(
            "",
            "noodles",
            "owner",
            "mother",
            "clerk",
            "reviewer",
            "decider",
            "overseer",
            "steward",
            "publisher",
            "county",
            "keeper",
            "system",
            "security",
            "audit");
    private static final Pattern NO_PAGE = Pattern.compile(
            ".*(/pdf|/ofd|/documents/archive|/audit/(checkpoint|key)|/proofs/[0-9a-f]{64}/file|\\.(svg|png|json|css|csv|js|ics)(\\?.*)?|/files/.*)$");

    /**
     * Shown while typing, after signing in on the way to something, after a session ended in a form, while signing in,
     * where {@link SignInJourneyTest} passes; after a file of entries or of holdings was sent, where
     * {@link TransferPagesTest} and HoldingImportTest pass; of a visit at the window, where {@link OneWindowTest}
     * passes; of an appointment and of a call, where {@link AppointmentJourneyTest} passes; of a queue, where {@link RushJourneyTest} passes;
     * of a number in a hall, where {@link HallDayJourneyTest} passes; after signing in at another system, where {@link LibraryTest} passes; of a correction, where {@link MarkedCorrectionTest} passes; of one thing at the desk, where
     * {@link OneThingJourneyTest} passes; and those of a filing that open one after the other, where
     * {@link FromSentenceToLicenceTest} passes.
     */
    private static final Set<String> BY_NO_LINK = Set.of(
            "/search/suggestions",
            "/items/{code}/start",
            "/bundles/{code}/start",
            "/demo/library/back",
            "/sign-in/kept",
            "/sign-in/second",
            "/sign-in/qr",
            "/recovery/code",
            "/recovery/password",
            "/my/confirm",
            "/my/security/proof/{kind}/back",
            "/my/screens/{asks}",
            "/desk/transfer/imports/{id}",
            "/drafts/{id}/materials/{material}",
            "/desk/entries/{id}/preview/beside/{*page}",
            "/my/cases/{id}/promised/{material}",
            "/desk/window/visits/{id}",
            "/desk/window/visits/{id}/cases/{filed}/receipt",
            "/desk/window/handovers/{id}",
            "/desk/window/visits/{id}/joint/{filed}",
            "/desk/supplements/{id}",
            "/desk/supplements/{id}/check",
            "/desk/supplements/{id}/sheet",
            "/desk/cases/{id}/changes",
            "/desk/cases/{id}/marks/{material}",
            "/desk/joint/{id}",
            "/my/cases/{id}/receipt",
            "/my/messages/{id}",
            "/messages/stop/{token}",
            "/drafts/{id}/check",
            "/desk/licences/holdings/{id}",
            "/my/appointments/{id}",
            "/my/appointments/{id}/time",
            "/halls/{hall}/rush",
            "/halls/{hall}/ticket",
            "/tickets/{ticket}",
            "/tickets/{ticket}/slip",
            "/tickets/{ticket}/slip.svg",
            "/tickets/{ticket}/rating",
            "/ratings/{receipt}",
            "/tablet",
            "/tablet/signing",
            "/desk/signing/{id}",
            "/kiosk/hall",
            "/kiosk/numbers/{group}",
            "/kiosk/tickets/{ticket}",
            "/kiosk/tickets/{ticket}/slip",
            "/kiosk/mine/receipts/{id}/slip",
            "/kiosk/sign-in/number/code",
            "/kiosk/offline",
            "/kiosk/guides",
            "/kiosk/card",
            "/kiosk/card/holder",
            "/kiosk/rating/{ticket}",
            "/desk/appointments/calls/{call}");

    /** Where everybody sees their own. */
    private static final Pattern OWN = Pattern.compile("^/(my|desk|drafts|profile)");

    private static final int MOST_PAGES = 120;

    /**
     * Where everybody came first to a page of its kind: person → addresses. Whoever walks after the first device has the
     * ways already and looks at each kind of page once.
     */
    private static final Map<String, List<String>> TOUR = new ConcurrentHashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    ApplicationContext program;

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "ELDER_PHONE", "DARK_DESKTOP", "ENGLISH_PHONE"})
    void no_link_is_dead_and_every_page_is_reached(Device device) {
        List<String> faults = TOUR.isEmpty() ? everywhere(device) : again(device);

        assertThat(faults).isEmpty();
    }

    private List<String> everywhere(Device device) {
        CheckpointNow.make(program);
        Set<String> reached = new TreeSet<>();
        Set<String> kinds = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (String person : PEOPLE) {
            try (Surfer surfer = new Surfer(port, device)) {
                surfer.go(person.isEmpty() ? "/" : "/demo");
                if (!person.isEmpty()) {
                    surfer.click("form:has(input[value='" + person + "']) button");
                }
                if (person.equals("system")) {
                    surfer.go("/desk/webhooks/new").type("#address", "https://receiver.yunxi.example/" + device);
                    surfer.find("#body").selectOption(new SelectOption().setIndex(1));
                    surfer.click("main form button");
                    surfer.go("/desk/systems/new").type("#name", "审批系统 " + device);
                    surfer.find("#body").selectOption(new SelectOption().setIndex(1));
                    surfer.click("main form button").go("/desk/bodies");
                }
                reached.addAll(walk(surfer, person, kinds, faults));
                if (person.equals("steward")) {
                    surfer.go("/desk/bundles").click("form[action$='/drafts'] button");
                    reached.addAll(walk(surfer, person, kinds, faults));
                }
                if (person.equals("owner")) {
                    surfer.go("/my/licences").click(".wallet-card a").click("a[href$='/copies/new']");
                    surfer.type("#recipient", "云溪市青石物业有限公司").type("#purpose", "租赁长宁路 66 号店面 " + device);
                    surfer.click("main form button");
                    reached.addAll(walk(surfer, person, kinds, faults));
                }
                if (person.equals("noodles")) {
                    surfer.go("/my/data/requests/new").click("#kind-CORRECTION").type("#text", "住址写错了 " + device);
                    surfer.find("#about").selectOption("account");
                    surfer.click("main form button").go("/");
                    surfer.go("/kiosk/mine");
                    reached.addAll(walk(surfer, person, kinds, faults));
                    surfer.go("/search?q=社会保障卡申领").click(".result a").click("form[action$='/start'] button:visible");
                    reached.addAll(walk(surfer, person, kinds, faults));
                }
            }
        }

        assertThat(pages())
                .filteredOn(page -> !BY_NO_LINK.contains(page.getPatternString()))
                .filteredOn(page -> reached.stream().noneMatch(path -> page.matches(PathContainer.parsePath(path))))
                .as("pages nobody comes to")
                .isEmpty();
        return faults;
    }

    private List<String> again(Device device) {
        List<String> faults = new ArrayList<>();
        TOUR.forEach((person, paths) -> {
            try (Surfer surfer = new Surfer(port, device)) {
                if (!person.isEmpty()) {
                    surfer.go("/demo").click("form:has(input[value='" + person + "']) button");
                }
                for (int i = 0; i < paths.size(); i++) {
                    if (looksAt(device, paths.get(i), i)) {
                        look(surfer, person, paths.get(i), faults);
                    }
                }
            }
        });
        return faults;
    }

    /**
     * Each device looks at what it is used for: the further telephones share the pages of citizens, the desktop has those of
     * staff and every second of the others. What is wrong with large type, long words or dark colours shows on many.
     */
    private static boolean looksAt(Device device, String path, int page) {
        boolean desk = path.startsWith("/desk");
        return switch (device) {
            case ELDER_PHONE -> !desk && page % 2 == 0;
            case ENGLISH_PHONE -> !desk && page % 2 == 1;
            default -> desk || page % 2 == 0;
        };
    }

    private static void look(Surfer surfer, String person, String path, List<String> faults) {
        try {
            assertThat(surfer.goAnyhow(path)).isEqualTo(200);
        } catch (AssertionError fault) {
            faults.add("%s for %s: %s".formatted(path, person, fault.getMessage()));
        }
    }

    /** What others have looked at already, or is no page: that it is there, and where it leads. */
    private static List<String> follow(Surfer surfer, String person, String path, List<String> faults) {
        Surfer.Fetched fetched = surfer.fetch(path);
        if (fetched.status() != 200) {
            faults.add("%s for %s: %d".formatted(path, person, fetched.status()));
        }
        return isPage(path) ? fetched.links() : List.of();
    }

    private static boolean isPage(String path) {
        return !NO_PAGE.matcher(path).matches();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "ELDER_PHONE", "DESKTOP", "DARK_DESKTOP"})
    void every_component_is_photographed_and_keeps_to_the_rules(Device device) {
        try (Surfer surfer = new Surfer(port, device)) {
            surfer.go("/demo/gallery").photograph("gallery-" + device);
        }
    }

    /** One page of each kind; a question of a form is a kind of its own. */
    private static Set<String> walk(Surfer surfer, String person, Set<String> kinds, List<String> faults) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(surfer.path()));
        if (person.isEmpty()) {
            open.add("/search?q=食品经营许可");
        }
        while (!open.isEmpty() && reached.size() < MOST_PAGES) {
            String path = open.removeFirst();
            if (!kinds.add(OWN.matcher(path).find() ? person + kind(path) : kind(path))) {
                continue;
            }
            reached.add(path.replaceFirst("\\?.*", ""));
            if (isPage(path) && kinds.add("anybody " + kind(path))) {
                TOUR.computeIfAbsent(person, _ -> new ArrayList<>()).add(path);
                look(surfer, person, path, faults);
                open.addAll(surfer.links());
            } else {
                open.addAll(follow(surfer, person, path, faults));
            }
        }
        return reached;
    }

    private static String kind(String path) {
        String[] parts = path.split("\\?", 2);
        String names = parts.length < 2
                ? ""
                : Arrays.stream(parts[1].split("&"))
                        .map(part -> part.replaceFirst("=.*", ""))
                        .sorted()
                        .collect(Collectors.joining("&", "?", ""));
        return parts[0].replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                        .replaceAll("/[0-9a-f]{64}(?=/|$)", "/digest")
                        .replaceAll("^/(items|bundles|halls(?!/waiting)|verify(?!/documents))/[^/]+", "/$1/one")
                        .replaceAll("/([0-9A-Z]{31}|[0-9A-Z]{18}|[0-9]{12})(?=/|$)", "/code")
                        .replaceAll("^/desk/licences/types/.+", "/desk/licences/types/code")
                        .replaceAll("/B[0-9]{3}(?=/|$)", "/bundle")
                        .replaceAll("/documents/[0-9]+(-promise)?(?=/|$)", "/documents/number")
                        .replaceAll("^/desk/instruments/[A-Z_]+", "/desk/instruments/kind")
                        .replaceAll("^/desk/halls/[^/]+", "/desk/halls/one")
                        .replaceAll("^(/desk/halls/one/(areas|groups))/[^/]+", "$1/one")
                        .replaceAll("^/verify/documents/.+", "/verify/documents/code")
                + names;
    }

    private Set<PathPattern> pages() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping ->
                        mapping.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(mapping -> Stream.of("ModelAndView", "String")
                        .anyMatch(mapping.getValue()
                                .getReturnType()
                                .getParameterType()
                                .getSimpleName()::equals))
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream())
                .map(PathPatternParser.defaultInstance::parse)
                .collect(Collectors.toSet());
    }
}

package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Somebody with a browser. Every page they come to is looked at: it has a title and one heading, fits the screen, breaks
 * no rule of WCAG 2.2 AA as far as axe can tell, and puts nothing into the console.
 */
final class Surfer implements AutoCloseable {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Kinds of pages axe has seen on a device; the same kind again would cost time and tell nothing. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    /** What reaches beyond the screen, unless it scrolls in a frame of its own; nothing when the page fits. */
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= window.innerWidth ? [] :
              [...document.querySelectorAll("body *")]
                .filter(it => !it.closest(".scroll > *") &&
                  it.getBoundingClientRect().left + it.scrollWidth > window.innerWidth)
                .slice(-5).map(it => it.outerHTML.slice(0, 120))
                .concat("a page of " + document.documentElement.scrollWidth + " px")
            """;

    private final String site;
    private final Device device;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Surfer(int port, Device device) {
        this.site = "http://localhost:" + port;
        this.device = device;
        this.context = Chromium.browser().newContext(device.options());
        if (device.elder) {
            context.addCookies(List.of(new Cookie("zt_mode", "elder").setUrl(site)));
        }
        device.language()
                .ifPresent(language -> context.addCookies(List.of(new Cookie("zt_language", language).setUrl(site))));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().contains("the server responded with a status of")
                    && !message.text().contains("ERR_INTERNET_DISCONNECTED")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Surfer go(String path) {
        goAnyhow(path);
        return this;
    }

    /** @return the status of the answer */
    int goAnyhow(String path) {
        Response answer = Objects.requireNonNull(page.navigate(site + path));
        look();
        return answer.status();
    }

    /** An answer without a look at it. */
    record Fetched(int status, String text) {
        private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)");

        /** Where it leads within the site. */
        List<String> links() {
            return LINK.matcher(text)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .distinct()
                    .toList();
        }
    }

    /** Something that is no page, such as a document, or a page that others have looked at. */
    Fetched fetch(String path) {
        APIResponse answer = context.request().get(site + path);
        boolean page = answer.headers().getOrDefault("content-type", "").startsWith("text/html");
        return new Fetched(answer.status(), page ? answer.text() : "");
    }

    /** Where the links of this page lead within the site, in their order. */
    List<String> links() {
        return ((List<?>) page.locator("a[href^='/']").evaluateAll("links => links.map(it => it.getAttribute('href'))"))
                .stream()
                        .map(link -> String.valueOf(link).replaceFirst("#.*", ""))
                        .distinct()
                        .toList();
    }

    /** Clicks what leads to another page and looks at that. */
    Surfer click(String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
        look();
        return this;
    }

    Surfer type(String selector, String text) {
        page.locator(selector).first().fill(text);
        return this;
    }

    /** Path and query of the page. */
    String path() {
        return page.url().substring(site.length());
    }

    String text() {
        return page.locator("body").innerText();
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    /** The whole page, to be looked at by people: {@code target/pictures/<name>.png}. */
    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", name.toLowerCase(Locale.ROOT) + ".png")));
    }

    Surfer signIn(String account, String password) {
        go("/sign-in").type("#account", account).type("#password", password);
        return click("main form button");
    }

    /** Loses what proves who this is, as when the session ends. */
    void loseSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("zt_session"));
    }

    void look() {
        assertThat(page.title()).as(path()).isNotBlank().doesNotContain("??");
        assertThat(page.locator("h1").count()).as("headings of %s", path()).isEqualTo(1);
        assertThat(page.content()).as(path()).doesNotContain("??");
        assertThat(complaints).as("console of %s", path()).isEmpty();
        assertThat(page.locator("main").boundingBox().width)
                .as("width of %s", path())
                .isLessThanOrEqualTo(page.viewportSize().width);
        if (device.scripts) {
            assertThat(page.evaluate(TOO_WIDE))
                    .as("what is too wide on %s", path())
                    .isEqualTo(List.of());
            if (SEEN.add(device + kind())) {
                obeysTheRules();
            }
        }
    }

    /** By axe. Done once for a kind of page; again when it looks different in another state. */
    void obeysTheRules() {
        // legacy mode: no second page for the answer of frames of other sites, of which there are none
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        if (device.rules().isEmpty()) {
            axe.withTags(RULES);
        } else {
            axe.withRules(device.rules());
        }
        assertThat(axe.analyze().getViolations())
                .as("WCAG 2.2 AA on %s (%s)", path(), device)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .isEmpty();
    }

    /** The address without what differs from one case to the next. */
    private String kind() {
        return path().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("\\?.*", "")
                + page.title().startsWith("错误");
    }

    @Override
    public void close() {
        context.close();
    }
}

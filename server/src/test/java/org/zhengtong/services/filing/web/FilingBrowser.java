package org.zhengtong.services.filing.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengtong.testing.Browser;

/** A browser without scripts that reads the pages of a filing. */
final class FilingBrowser {
    private static final Pattern QUESTION = Pattern.compile("<(?:input|textarea)[^>]*\\bname=\"(answer-[^\"]+)\"");
    private final Browser browser;

    FilingBrowser(int port) {
        browser = new Browser(port);
    }

    /** An answer as a test reads it. */
    record Answer(int status, String body, String location) {
        private static Answer of(HttpResponse<String> response) {
            return new Answer(response.statusCode(), response.body(), Browser.location(response));
        }

        /** The value of the hidden field of this name, the first on the page. */
        String hidden(String name) {
            Matcher field =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
            return field.find() ? field.group(1) : "";
        }

        /** The names of the questions on the page. */
        List<String> questions() {
            return QUESTION.matcher(body)
                    .results()
                    .map((MatchResult question) -> question.group(1))
                    .distinct()
                    .toList();
        }
    }

    Answer signIn(String account, String password) {
        return Answer.of(browser.signIn(account, password));
    }

    void forgetSession() {
        browser.forget("zt_session");
    }

    Answer get(String path) {
        return Answer.of(browser.get(path));
    }

    Answer post(String path, Map<String, String> fields) {
        String[] pairs = fields.entrySet().stream()
                .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
                .toArray(String[]::new);
        return Answer.of(browser.post(path, pairs));
    }

    Answer upload(String path, String field, String name, byte[] content) {
        return Answer.of(browser.upload(path, field, name, content));
    }

    /** For a request of one's own. */
    String cookieHeader() {
        return "zt_session=" + browser.cookie("zt_session") + "; zt_csrf=" + browser.cookie("zt_csrf");
    }

    String csrf() {
        return browser.token();
    }
}

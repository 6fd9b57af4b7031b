package org.zhengtong.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without JavaScript: keeps cookies, does not follow redirects, puts the CSRF token into its forms. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern BEARER = Pattern.compile("\"token\":\"([^\"]+)\"");
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String site;
    private String token = "";

    public Browser(int port) {
        this.site = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)));
    }

    /** @param fields names and values by turns */
    public HttpResponse<String> post(String path, String... fields) {
        if (token.isEmpty()) {
            get("/sign-in");
        }
        if (token.isEmpty()) {
            // at a machine of a hall, where nobody signs in so
            get("/kiosk");
        }
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token)));
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", site + path)
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** Downloads a file by a form without fields. */
    public HttpResponse<byte[]> download(String path) {
        return sent(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Referer", site + path)
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token))),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Calls as a program does. */
    public HttpResponse<String> call(String method, String path, String bearer, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return send(request);
    }

    /** The token of a session begun by a program. */
    public String bearer(String account, String password) {
        String answer = call("POST", "/api/v1/sessions", "", """
                        {"account":"%s","password":"%s"}""".formatted(account, password))
                .body();
        Matcher found = BEARER.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("no session: " + answer);
        }
        return found.group(1);
    }

    /**
     * Hands in a file by the form field of this name.
     *
     * @param fields names and values of the other fields by turns
     */
    public HttpResponse<String> upload(String path, String field, String name, byte[] content, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            body.writeBytes("""
                    --cut\r
                    Content-Disposition: form-data; name="%s"\r
                    \r
                    %s\r
                    """.formatted(fields[i], fields[i + 1]).getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("""
                --cut\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --cut\r
                Content-Disposition: form-data; name="%s"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(token, field, name).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    public HttpResponse<String> signIn(String account, String password) {
        return post("/sign-in", "account", account, "password", password);
    }

    /** Whoever has the browser writes what they like into its cookies. */
    public void put(String cookie, String value) {
        HttpCookie made = new HttpCookie(cookie, value);
        made.setPath("/");
        made.setVersion(0);
        cookies.getCookieStore().add(URI.create(site), made);
    }

    public void forget(String cookie) {
        cookies.getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals(cookie))
                .toList()
                .forEach(one -> cookies.getCookieStore().remove(URI.create(site), one));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals(name))
                .map(one -> one.getValue())
                .findFirst()
                .orElse("");
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("location").orElse("").replaceFirst("^http://localhost:[0-9]+", "");
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer = sent(request, HttpResponse.BodyHandlers.ofString());
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI address(String path) {
        return URI.create(site + path);
    }

    public String token() {
        return token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

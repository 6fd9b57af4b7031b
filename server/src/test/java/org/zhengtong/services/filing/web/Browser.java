package org.zhengtong.services.filing.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: cookies, forms, and no following of redirects, so that a test sees each step. */
final class Browser {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern FIELD = Pattern.compile("<(?:input|textarea)[^>]*\\bname=\"(answer-[^\"]+)\"");
    private final String home;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(int port) {
        home = "http://localhost:" + port;
    }

    /** An answer as a test reads it. */
    record Answer(int status, String body, String location) {
        /** The value of the hidden field of this name, the first on the page. */
        String hidden(String name) {
            Matcher field =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
            return field.find() ? field.group(1) : "";
        }

        /** The names of the questions on the page. */
        List<String> questions() {
            List<String> names = new ArrayList<>();
            Matcher field = FIELD.matcher(body);
            while (field.find()) {
                if (!names.contains(field.group(1))) {
                    names.add(field.group(1));
                }
            }
            return names;
        }
    }

    Answer signIn(String account, String password) throws IOException, InterruptedException {
        get("/sign-in");
        return post("/sign-in", Map.of("account", account, "password", password));
    }

    void forgetSession() {
        cookies.remove("zt_session");
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(home + path)).GET());
    }

    Answer post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", cookies.getOrDefault("zt_csrf", ""));
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(home + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer upload(String path, String field, String name, byte[] content) throws IOException, InterruptedException {
        String boundary = "zhengtong-test";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + cookies.getOrDefault("zt_csrf", "") + "\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(home + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    String csrf() {
        return cookies.getOrDefault("zt_csrf", "");
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        for (String header : response.headers().allValues("set-cookie")) {
            String[] pair = header.substring(0, header.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        String location = response.headers()
                .firstValue("location")
                .map(address -> address.replaceFirst("^https?://[^/]+", ""))
                .orElse("");
        return new Answer(response.statusCode(), response.body(), location);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

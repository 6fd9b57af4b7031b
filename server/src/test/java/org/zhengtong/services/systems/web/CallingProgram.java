package org.zhengtong.services.systems.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department's own system, made after docs/department-systems.md and nothing else. */
final class CallingProgram {
    private static final AtomicLong COUNT = new AtomicLong();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String site;
    private final String system;
    private final String secret;
    private final java.time.Clock clock;

    CallingProgram(int port, String system, String secret, java.time.Clock clock) {
        this.site = "http://localhost:" + port;
        this.system = system;
        this.secret = secret;
        this.clock = clock;
    }

    /** A call ready to be sent, also twice or changed. */
    record Signed(String method, String target, String timestamp, String nonce, String signature, String key) {}

    static String nonce() {
        return "nonce-of-the-test-%06d".formatted(COUNT.incrementAndGet());
    }

    Signed sign(String method, String target, byte[] body, Instant at, String nonce) {
        String timestamp = Long.toString(at.getEpochSecond());
        String text = timestamp + "." + nonce + "." + method + " " + target + "." + sha256(body);
        return new Signed(method, target, timestamp, nonce, "sha256=" + hmac(text), "");
    }

    HttpResponse<String> send(Signed call, byte[] body, String type) {
        return send(call, body, type, "");
    }

    HttpResponse<String> send(Signed call, byte[] body, String type, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + call.target()))
                .header("Zhengtong-System", system)
                .header("Zhengtong-Timestamp", call.timestamp())
                .header("Zhengtong-Nonce", call.nonce())
                .header("Zhengtong-Signature", call.signature());
        if (call.method().equals("POST")) {
            request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String target, String json) {
        return post(target, json, "");
    }

    HttpResponse<String> post(String target, String json, String key) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return send(sign("POST", target, body, clock.instant(), nonce()), body, "application/json", key);
    }

    HttpResponse<String> upload(String target, byte[] content, String key) {
        return send(sign("POST", target, content, clock.instant(), nonce()), content, "application/octet-stream", key);
    }

    HttpResponse<String> get(String target) {
        return send(sign("GET", target, new byte[0], clock.instant(), nonce()), new byte[0], "");
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

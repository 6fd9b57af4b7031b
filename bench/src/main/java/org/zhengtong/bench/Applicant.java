package org.zhengtong.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.zhengtong.people.identity.IdentityNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A citizen with a session, a connection and a photograph of the identity card, who applies for a social security card. */
final class Applicant {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "纸鸢-飞过-云溪-42";
    private static final String ITEM = "社会保障卡申领";

    private final Caller caller;
    private final String token;
    private final String order;

    private Applicant(Caller caller, String token, String order) {
        this.caller = caller;
        this.token = token;
        this.order = order;
    }

    static Applicant register(Program program, int number) throws IOException {
        return register(program.caller(), number);
    }

    static Applicant register(Caller caller, int number) throws IOException {
        String phone = "1990000%04d".formatted(number);
        String address = "云溪市青石路 12 号";
        String first17 = "11010519900517%03d".formatted(100 + number);
        created(caller.send(
                "POST",
                "/api/v1/persons",
                Map.of(),
                JSON.writeValueAsString(Map.of(
                        "name",
                        "林小满",
                        "number",
                        first17 + IdentityNumber.check(first17),
                        "phone",
                        phone,
                        "address",
                        address,
                        "password",
                        PASSWORD,
                        "agreed",
                        true))));
        String token = created(caller.send(
                        "POST",
                        "/api/v1/sessions",
                        Map.of(),
                        JSON.writeValueAsString(Map.of("account", phone, "password", PASSWORD))))
                .path("token")
                .asString();
        String code = JSON.readTree(caller.get("/api/v1/items?limit=1&q=" + Visits.encoded(ITEM))
                        .body())
                .path("items")
                .path(0)
                .path("code")
                .asString();
        String order = JSON.writeValueAsString(Map.of(
                "item", code,
                "situations", Map.of("reason", "replace"),
                "answers",
                        Map.of(
                                "applicant_name", "林小满",
                                "applicant_phone", phone,
                                "applicant_address", address,
                                "card_kind", "丢失补卡",
                                "bank", "工商银行",
                                "guardian", "本人",
                                "delivery", "只要电子的"),
                "materials", List.of(Map.of("material", "m1", "files", List.of(upload(caller, token))))));
        return new Applicant(caller, token, order);
    }

    String token() {
        return token;
    }

    /** Files one more case. */
    UUID file() throws IOException {
        JsonNode receipt = created(caller.send(
                "POST",
                "/api/v1/cases",
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                order));
        return UUID.fromString(receipt.path("id").asString());
    }

    /** Keeps a photograph for filings of whoever holds the token. */
    static String upload(Caller caller, String token) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(String.join(
                        "\r\n",
                        "--part",
                        "Content-Disposition: form-data; name=\"file\"; filename=\"card.png\"",
                        "Content-Type: image/png",
                        "",
                        "")
                .getBytes(StandardCharsets.US_ASCII));
        ImageIO.write(new BufferedImage(400, 250, BufferedImage.TYPE_INT_RGB), "png", body);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.US_ASCII));
        return created(caller.send(
                        "POST",
                        "/api/v1/files",
                        Map.of(
                                "Authorization",
                                "Bearer " + token,
                                "Idempotency-Key",
                                UUID.randomUUID().toString()),
                        "multipart/form-data; boundary=part",
                        body.toByteArray()))
                .path("id")
                .asString();
    }

    static JsonNode created(Caller.Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException("answered " + answer.status() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}

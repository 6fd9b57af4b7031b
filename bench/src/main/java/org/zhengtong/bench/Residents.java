package org.zhengtong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.zhengtong.ground.crypto.Sm3;
import tools.jackson.databind.json.JsonMapper;

/**
 * Residents of the demo city who apply for the certificate of an operator of special equipment, one after the other.
 * There are many, because every filing looks at all licences of its applicant: nobody holds a thousand certificates.
 */
final class Residents {
    private static final int MOST = 700;
    private static final Duration LONGEST_MOVE = Duration.ofMinutes(3);
    private static final String ITEM = "特种设备安全管理和作业人员资格认定";
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Resident> all;
    private final AtomicInteger turn = new AtomicInteger();

    private Residents(List<Resident> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Somebody signed in.
     *
     * @param item the implementation code
     * @param application as the API takes it
     */
    record Resident(UUID person, String token, String item, String application) {
        UUID file(Caller caller) throws IOException {
            return UUID.fromString(Applicant.created(caller.send(
                            "POST",
                            "/api/v1/cases",
                            Map.of(
                                    "Authorization",
                                    "Bearer " + token,
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString()),
                            application))
                    .path("id")
                    .asString());
        }
    }

    static Residents signIn(Program program, Records records) throws IOException, SQLException, InterruptedException {
        List<Resident> all = new ArrayList<>();
        try (Caller caller = program.caller()) {
            String item = JSON.readTree(caller.get("/api/v1/items?limit=1&q=" + Visits.encoded(ITEM))
                            .body())
                    .path("items")
                    .path(0)
                    .path("code")
                    .asString();
            for (UUID person : movedIn(records)) {
                String token = UUID.randomUUID().toString();
                records.openSession(person, Sm3.digest(token.getBytes(StandardCharsets.UTF_8)));
                String photograph = Applicant.upload(caller, token);
                all.add(new Resident(person, token, item, application(item, photograph)));
            }
        }
        return new Residents(all);
    }

    /** They move in all at once, on a slow machine after the home page is answered. */
    private static List<UUID> movedIn(Records records) throws SQLException, InterruptedException {
        Instant latest = Instant.now().plus(LONGEST_MOVE);
        List<UUID> found = records.residents(MOST);
        while (found.isEmpty()) {
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException("nobody has moved into the demo city");
            }
            Thread.sleep(200);
            found = records.residents(MOST);
        }
        return found;
    }

    Resident next() {
        return all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
    }

    private static String application(String item, String photograph) {
        List<Map<String, Object>> materials = new ArrayList<>();
        for (String material : List.of("m2", "m3", "m4")) {
            materials.add(Map.of("material", material, "files", List.of(photograph)));
        }
        return JSON.writeValueAsString(Map.of(
                "item",
                item,
                "situations",
                Map.of(),
                "answers",
                Map.of(
                        "applicant_name", "林小满",
                        "applicant_phone", "13900000000",
                        "applicant_address", "云溪市青石路 12 号",
                        "education", "大专",
                        "category", "叉车司机（N1）",
                        "work_unit", "云溪市青石物流有限公司",
                        "delivery", "只要电子的"),
                "materials",
                materials));
    }
}

package org.zhengtong.services.systems.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.systems.SystemCall;
import org.zhengtong.services.systems.Systems;

/** Which calls are heard: signed, fresh, once, of a system that is not blocked. */
class SignedCallsTest extends DepartmentProgram {
    @Test
    void what_is_not_signed_with_the_secret_is_not_heard() {
        byte[] body = order(Map.of("number", number())).getBytes(StandardCharsets.UTF_8);
        CallingProgram.Signed right = program.sign("POST", CASES, body, clock.instant(), CallingProgram.nonce());
        CallingProgram liar = new CallingProgram(port, system.toString(), "x".repeat(43), clock);

        refused(liar.post(CASES, "{}"), 401, "systems.signature");
        refused(
                program.send(right, "{}".getBytes(StandardCharsets.UTF_8), "application/json"),
                401,
                "systems.signature");
        refused(
                program.send(
                        new CallingProgram.Signed(
                                "POST", CASES + "?x=1", right.timestamp(), right.nonce(), right.signature(), ""),
                        body,
                        "application/json"),
                401,
                "systems.signature");
        refused(
                new CallingProgram(port, UUID.nameUUIDFromBytes(new byte[2]).toString(), "x", clock).get(CASES),
                401,
                "systems.signature");
        refused(
                program.send(program.sign("GET", CASES, new byte[0], clock.instant(), "short"), new byte[0], ""),
                401,
                "systems.signature");

        assertThat(systems.system(administrator, system).unsigned()).isEqualTo(4);
        assertThat(systems.history(administrator, system, OptionalLong.empty())).isEmpty();
    }

    @Test
    void a_call_counts_once_and_while_it_is_fresh() {
        CallingProgram.Signed call = program.sign("GET", CASES, new byte[0], clock.instant(), CallingProgram.nonce());
        good(program.send(call, new byte[0], ""), 200);

        refused(program.send(call, new byte[0], ""), 401, "systems.replayed");
        for (Duration away : List.of(Duration.ofSeconds(301), Duration.ofSeconds(-301))) {
            Instant then = clock.instant().plus(away);
            refused(
                    program.send(
                            program.sign("GET", CASES, new byte[0], then, CallingProgram.nonce()), new byte[0], ""),
                    401,
                    "systems.stale");
        }
        assertThat(systems.history(administrator, system, OptionalLong.empty()))
                .extracting(SystemCall::status)
                .containsExactly(401, 401, 401, 200);
    }

    @Test
    void a_blocked_system_is_refused_until_it_is_let_in_again_and_an_old_secret_is_void() {
        systems.block(administrator, system);
        refused(program.get(CASES), 403, "systems.blocked");
        systems.unblock(administrator, system);
        good(program.get(CASES), 200);

        String renewed = systems.renewSecret(administrator, system).value();

        refused(program.get(CASES), 401, "systems.signature");
        good(new CallingProgram(port, system.toString(), renewed, clock).get(CASES), 200);
    }

    @Test
    void a_call_sent_again_with_its_key_is_carried_out_once_and_answered_to_nobody_else() {
        String id = entered();
        String key = "key-" + NUMBERS.incrementAndGet();
        String order = order(Map.of("result", "ACCEPTED"));
        HttpResponse<String> first = program.post(CASES + "/" + id + "/accept", order, key);

        HttpResponse<String> again = program.post(CASES + "/" + id + "/accept", order, key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        refused(
                program.post(CASES + "/" + id + "/accept", order(Map.of("result", "NOT_REQUIRED")), key),
                409,
                "idempotency-reused");
        Systems.Answer.Registered other = register(item.bodyUscc(), Set.of("REVIEW"));
        refused(
                new CallingProgram(
                                port, other.system().toString(), other.secret().value(), clock)
                        .post(CASES + "/" + id + "/accept", order, key),
                403,
                "cases.not-your-role");
    }
}

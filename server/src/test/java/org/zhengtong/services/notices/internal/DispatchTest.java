package org.zhengtong.services.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.ground.calls.Fault;
import org.zhengtong.ground.calls.ReceivingSystem;
import org.zhengtong.ground.calls.ReceivingSystem.Got;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.notices.Attempt;
import org.zhengtong.services.notices.Message;
import org.zhengtong.services.notices.Notices.Answer;
import org.zhengtong.testing.People;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DispatchTest {
    private final NoticesHouse house = new NoticesHouse();
    private final ReceivingSystem there = new ReceivingSystem();

    @AfterEach
    void close() {
        there.close();
        house.close();
    }

    @Test
    void a_receiver_is_told_what_happened_signed_and_without_anybody() throws Exception {
        Answer.Added added = house.receiver(there);
        UUID matter = house.newCase();

        house.happened(matter, StepKind.ACCEPTED, CaseState.ACCEPTED);
        house.dispatch.runDue();

        Got got = there.got().getFirst();
        assertThat(there.got()).hasSize(1);
        assertThat(got.event()).isEqualTo("cases.accepted");
        assertThat(got.timestamp())
                .isEqualTo(Long.toString(house.clock.instant().getEpochSecond()));
        assertThat(got.signature()).isEqualTo(signature(added.secret(), got));
        JsonNode body = JsonMapper.shared().readTree(got.body());
        assertThat(body.propertyNames())
                .contains("event", "caseId", "receiptNumber", "item", "body", "what", "state", "at")
                .doesNotContain("applicant");
        assertThat(body.path("caseId").asString()).isEqualTo(matter.toString());
        assertThat(got.body()).doesNotContain(new UUID(7, 7).toString());
        Message message = house.only(added.receiver());
        assertThat(message.state()).isEqualTo(Message.State.DELIVERED);
        assertThat(message.id()).hasToString(got.delivery());
        assertThat(message.attempts())
                .singleElement()
                .extracting(Attempt::status)
                .isEqualTo(Optional.of(204));
    }

    @Test
    void only_what_was_chosen_and_only_of_the_own_body_is_told() {
        house.receiver(there, Set.of("cases.granted"));

        house.happened(house.newCase(), StepKind.FILED, CaseState.SUBMITTED);
        house.happened(house.newCase(), StepKind.GRANTED, CaseState.CLOSED, People.uscc());
        house.happened(house.newCase(), StepKind.GRANTED, CaseState.CLOSED);
        house.dispatch.runDue();

        assertThat(there.got()).extracting(Got::event).containsExactly("cases.granted");
    }

    @Test
    void a_message_that_fails_is_tried_again_after_longer_and_longer_pauses_and_given_up_in_the_end() {
        UUID receiver = house.receiver(there).receiver();
        there.answer(500, 302, 404, 410, 500, 500, 500, 500);
        house.happened(house.newCase(), StepKind.FILED, CaseState.SUBMITTED);
        Instant begin = house.clock.instant();

        List<Duration> tried = new ArrayList<>();
        for (String pause : new String[] {"PT0S", "PT10S", "PT1M", "PT5M", "PT30M", "PT2H", "PT6H", "PT24H", "PT48H"}) {
            house.clock.advance(Duration.parse(pause).minusSeconds(pause.equals("PT0S") ? 0 : 1));
            house.dispatch.runDue();
            if (!pause.equals("PT0S")) {
                house.clock.advance(Duration.ofSeconds(1));
                house.dispatch.runDue();
            }
            tried.add(Duration.between(begin, house.clock.instant()));
        }

        Message message = house.only(receiver);
        assertThat(message.state()).isEqualTo(Message.State.GIVEN_UP);
        assertThat(message.attempts()).hasSize(8);
        assertThat(message.attempts().stream().map(attempt -> Duration.between(begin, attempt.at())))
                .containsExactlyElementsOf(tried.subList(0, 8));
        assertThat(there.got())
                .hasSize(8)
                .extracting(Got::delivery)
                .containsOnly(message.id().toString());
        assertThat(there.got()).extracting(Got::path).containsOnly("/hook?of=yunxi");
    }

    @Test
    void each_try_is_signed_for_its_own_time() throws Exception {
        Answer.Added added = house.receiver(there);
        there.answer(500);
        house.happened(house.newCase(), StepKind.FILED, CaseState.SUBMITTED);
        house.dispatch.runDue();
        SharedSecret renewed = house.notices.renewSecret(house.system, added.receiver());

        house.clock.advance(Duration.ofSeconds(10));
        house.dispatch.runDue();

        assertThat(there.got().get(0).signature())
                .isEqualTo(signature(added.secret(), there.got().get(0)));
        assertThat(there.got().get(1).signature())
                .isEqualTo(signature(renewed, there.got().get(1)));
        assertThat(there.got().get(1).timestamp())
                .isNotEqualTo(there.got().get(0).timestamp());
    }

    @Test
    void what_follows_in_a_case_waits_for_what_came_before_and_other_cases_do_not() {
        house.receiver(there);
        UUID first = house.newCase();
        UUID second = house.newCase();
        there.answer(503);
        house.happened(first, StepKind.FILED, CaseState.SUBMITTED);
        house.happened(first, StepKind.ACCEPTED, CaseState.ACCEPTED);
        house.happened(second, StepKind.FILED, CaseState.SUBMITTED);

        house.dispatch.runDue();
        List<String> before = told();
        house.clock.advance(Duration.ofSeconds(10));
        house.dispatch.runDue();

        assertThat(before).containsExactly("cases.filed " + first, "cases.filed " + second);
        assertThat(told().subList(2, 4)).containsExactly("cases.filed " + first, "cases.accepted " + first);
    }

    @Test
    void a_message_given_up_no_longer_holds_up_its_case() {
        UUID receiver = house.receiver(there).receiver();
        UUID matter = house.newCase();
        there.answer(500, 500, 500, 500, 500, 500, 500, 500);
        house.happened(matter, StepKind.FILED, CaseState.SUBMITTED);
        house.happened(matter, StepKind.ACCEPTED, CaseState.ACCEPTED);

        for (int i = 0; i < 8; i++) {
            house.dispatch.runDue();
            house.clock.advance(Duration.ofHours(24));
        }

        assertThat(house.history(receiver))
                .extracting(Message::state)
                .containsExactly(Message.State.DELIVERED, Message.State.GIVEN_UP);
    }

    @Test
    void a_receiver_that_is_silent_holds_up_nobody_else() {
        try (ReceivingSystem silent = new ReceivingSystem()) {
            silent.fallSilent();
            house.receiver(silent);
            house.receiver(there);
            house.happened(house.newCase(), StepKind.FILED, CaseState.SUBMITTED);

            List<CompletableFuture<Void>> begun = house.dispatch.begin();
            Awaitility.await().until(() -> there.got().size() == 1);

            assertThat(begun).hasSize(2).anyMatch(one -> !one.isDone());
            assertThat(house.dispatch.begin()).isEmpty();
        }
    }

    @Test
    void a_receiver_that_takes_too_long_is_left_and_tried_again() {
        try (NoticesHouse impatient = new NoticesHouse(Duration.ofMillis(200))) {
            UUID receiver = impatient.receiver(there).receiver();
            there.fallSilent();
            impatient.happened(impatient.newCase(), StepKind.FILED, CaseState.SUBMITTED);

            impatient.dispatch.runDue();

            Message message = impatient.only(receiver);
            assertThat(message.state()).isEqualTo(Message.State.WAITING);
            assertThat(message.attempts().getFirst().fault()).contains(Fault.TOO_SLOW);
            assertThat(message.due()).isEqualTo(impatient.clock.instant().plusSeconds(10));
        }
    }

    @Test
    void during_a_pause_nothing_is_sent_and_nothing_is_lost() {
        UUID receiver = house.receiver(there).receiver();
        house.notices.pause(house.system, receiver);
        UUID matter = house.newCase();
        house.happened(matter, StepKind.FILED, CaseState.SUBMITTED);
        house.happened(matter, StepKind.ACCEPTED, CaseState.ACCEPTED);
        house.dispatch.runDue();
        assertThat(there.got()).isEmpty();
        assertThatThrownBy(() -> house.notices.tryOut(house.system, receiver)).isInstanceOf(Problem.class);

        house.notices.resume(house.system, receiver);
        house.dispatch.runDue();

        assertThat(there.got()).extracting(Got::event).containsExactly("cases.filed", "cases.accepted");
    }

    @Test
    void what_was_delivered_or_given_up_can_be_sent_again_with_the_same_number() {
        UUID receiver = house.receiver(there).receiver();
        house.happened(house.newCase(), StepKind.FILED, CaseState.SUBMITTED);
        house.dispatch.runDue();
        Message message = house.only(receiver);

        house.notices.sendAgain(house.system, receiver, message.id());
        house.dispatch.runDue();

        assertThat(there.got())
                .hasSize(2)
                .extracting(Got::delivery)
                .containsOnly(message.id().toString());
        assertThat(house.only(receiver).attempts()).extracting(Attempt::number).containsExactly(1, 2);
        assertThatThrownBy(() -> house.notices.sendAgain(house.system, receiver, new UUID(1, 1)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_trial_says_which_body_it_is_for_and_nothing_else() {
        Answer.Added added = house.receiver(there, Set.of("cases.granted"));

        house.notices.tryOut(house.system, added.receiver());
        house.dispatch.runDue();

        assertThat(there.got()).singleElement().satisfies(got -> {
            assertThat(got.event()).isEqualTo("notices.trial");
            assertThat(got.signature()).isEqualTo(signature(added.secret(), got));
            assertThat(got.body()).contains(house.body.uscc().value());
        });
    }

    @Test
    void a_removed_receiver_takes_its_messages_with_it() {
        UUID receiver = house.receiver(there).receiver();
        house.happened(house.newCase(), StepKind.FILED, CaseState.SUBMITTED);

        house.notices.remove(house.system, receiver);
        house.dispatch.runDue();

        assertThat(there.got()).isEmpty();
        assertThat(house.sql
                        .sql("select count(*) from notices.message")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void after_ninety_days_history_is_cleared_but_not_what_waits() {
        UUID receiver = house.receiver(there).receiver();
        house.happened(house.newCase(), StepKind.FILED, CaseState.SUBMITTED);
        house.dispatch.runDue();
        house.notices.pause(house.system, receiver);
        house.happened(house.newCase(), StepKind.FILED, CaseState.SUBMITTED);
        Instant before = house.clock.instant().plusSeconds(1);

        assertThat(house.messages.forget(before.minusSeconds(2))).isZero();
        assertThat(house.messages.forget(before)).isEqualTo(1);

        assertThat(house.history(receiver)).extracting(Message::state).containsExactly(Message.State.WAITING);
    }

    @Test
    void a_try_the_program_died_in_is_shown_as_open_and_cannot_be_sent_twice_at_once() {
        UUID receiver = house.receiver(there).receiver();
        house.happened(house.newCase(), StepKind.FILED, CaseState.SUBMITTED);
        Instant now = house.clock.instant();
        UUID message = house.messages
                .take(receiver, now, now.plus(Dispatch.LONGEST_TRY))
                .orElseThrow()
                .id();

        house.dispatch.runDue();
        assertThat(there.got()).isEmpty();
        assertThatThrownBy(() -> house.notices.sendAgain(house.system, receiver, message))
                .isInstanceOf(Problem.class);
        house.clock.advance(Dispatch.LONGEST_TRY);
        house.dispatch.runDue();

        assertThat(there.got()).hasSize(1);
        assertThat(house.only(receiver).attempts())
                .extracting(Attempt::status)
                .containsExactly(Optional.empty(), Optional.of(204));
    }

    /** Programs die before a message is sent, and after it; receivers fail; the order of a case stands all the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nothing_is_lost_however_often_the_program_is_stopped(long seed) {
        Random random = new Random(seed);
        UUID receiver = house.receiver(there).receiver();
        List<UUID> matters = List.of(house.newCase(), house.newCase(), house.newCase());
        List<StepKind> steps = List.of(StepKind.FILED, StepKind.ACCEPTED, StepKind.REVIEWED, StepKind.GRANTED);
        steps.forEach(step -> matters.forEach(matter -> house.happened(matter, step, CaseState.IN_REVIEW)));

        for (int i = 0; i < 25; i++) {
            there.answer(random.nextInt(3) == 0 ? 503 : 204);
            Instant now = house.clock.instant();
            Optional<MessageStore.Taken> taken = house.messages.take(receiver, now, now.plus(Dispatch.LONGEST_TRY));
            if (taken.isPresent() && random.nextBoolean()) {
                house.post.send(
                        taken.get().address(),
                        Map.of("Zhengtong-Delivery", taken.get().id().toString(), "Zhengtong-Event", "died"),
                        taken.get().body());
            } else if (random.nextInt(3) == 0) {
                try (Dispatch next = house.node()) {
                    next.runDue();
                }
            }
            house.clock.advance(Duration.ofSeconds(random.nextInt(90)));
        }
        for (int i = 0; i < 12; i++) {
            house.clock.advance(Duration.ofHours(24));
            house.dispatch.runDue();
        }

        Map<UUID, Message.State> ends = new HashMap<>();
        house.history(receiver).forEach(message -> ends.put(message.id(), message.state()));
        assertThat(ends).as("seed %d", seed).hasSize(12).doesNotContainValue(Message.State.WAITING);
        Set<String> received =
                Set.copyOf(there.got().stream().map(Got::delivery).toList());
        assertThat(received).as("seed %d", seed).hasSize(12);
        for (UUID matter : matters) {
            List<String> order = there.got().stream()
                    .filter(got -> got.body().contains(matter.toString()))
                    .map(got -> JsonMapper.shared()
                            .readTree(got.body())
                            .path("event")
                            .asString())
                    .distinct()
                    .toList();
            assertThat(order)
                    .as("seed %d", seed)
                    .containsExactly("cases.filed", "cases.accepted", "cases.reviewed", "cases.granted");
        }
    }

    private List<String> told() {
        return there.got().stream()
                .map(got -> got.event() + " "
                        + JsonMapper.shared()
                                .readTree(got.body())
                                .path("caseId")
                                .asString())
                .toList();
    }

    private static String signature(SharedSecret secret, Got got) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256="
                + HexFormat.of()
                        .formatHex(mac.doFinal((got.timestamp() + "." + got.body()).getBytes(StandardCharsets.UTF_8)));
    }
}

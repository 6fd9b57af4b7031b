package org.zhengtong.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who wants a seat of the day that opens: goes into the queue, looks as often as they are told to, chooses a time on
 * their turn, and goes when they are told that they have one or that there is none.
 */
final class RushPerson {
    private static final JsonMapper JSON = new JsonMapper();
    /** Millis between seeing the times and having chosen one. */
    private static final int QUICKEST = 500;

    private static final int SLOWEST = 3_000;

    private final UUID id;
    private final String token;
    private final SplittableRandom random;
    private Step step = Step.ENTER;
    private Optional<UUID> appointment = Optional.empty();
    private String answer = "";
    private String starts = "";
    private int looks;

    RushPerson(UUID id, String token, long seed) {
        this.id = id;
        this.token = token;
        this.random = new SplittableRandom(seed);
    }

    /** What everybody wants. */
    record Goal(String hall, String item, LocalDate day, List<String> starts) {}

    private enum Step {
        ENTER,
        LOOK,
        CHOOSE,
        BOOK,
        DONE
    }

    /** @return after how many milliseconds they ask again; empty when they have their answer */
    Optional<Long> act(Caller caller, Goal goal) throws Exception {
        return switch (step) {
            case ENTER ->
                seen(send(
                        caller,
                        "POST",
                        "/api/v1/me/rush",
                        JSON.writeValueAsString(Map.of(
                                "hall",
                                goal.hall(),
                                "item",
                                goal.item(),
                                "day",
                                goal.day().toString()))));
            case LOOK ->
                seen(send(
                        caller,
                        "GET",
                        "/api/v1/me/rush?hall=" + goal.hall() + "&item=" + goal.item() + "&day=" + goal.day(),
                        ""));
            case CHOOSE ->
                chosen(send(caller, "GET", "/api/v1/halls/" + goal.hall() + "/slots?item=" + goal.item(), ""), goal);
            case BOOK ->
                booked(send(
                        caller,
                        "POST",
                        "/api/v1/me/appointments",
                        JSON.writeValueAsString(Map.of(
                                "hall", goal.hall(),
                                "item", goal.item(),
                                "day", goal.day().toString(),
                                "starts", starts))));
            case DONE -> throw new IllegalStateException("has an answer already");
        };
    }

    private Caller.Answer send(Caller caller, String method, String path, String json) throws Exception {
        Map<String, String> headers = step == Step.BOOK
                ? Map.of("Authorization", "Bearer " + token, "Idempotency-Key", step + token + looks)
                : Map.of("Authorization", "Bearer " + token);
        Caller.Answer came = caller.send(method, path, headers, json);
        looks++;
        return came;
    }

    private Optional<Long> seen(Caller.Answer came) {
        if (came.status() >= 300) {
            throw new IllegalStateException("answered " + came.status() + " " + came.body());
        }
        JsonNode standing = JSON.readTree(came.body());
        String state = standing.path("state").asString();
        return switch (state) {
            case "IN_ROOM", "IN_LINE" -> {
                step = Step.LOOK;
                yield Optional.of(standing.path("askAgainSeconds").asLong() * 1_000);
            }
            case "TURN" -> {
                step = Step.CHOOSE;
                yield Optional.of(0L);
            }
            default -> done(state);
        };
    }

    /** Any of those that are free. */
    private Optional<Long> chosen(Caller.Answer came, Goal goal) {
        List<String> free = JSON.readTree(came.body())
                .path("days")
                .valueStream()
                .filter(day -> day.path("date").asString().equals(goal.day().toString()))
                .flatMap(day -> day.path("times").valueStream())
                .filter(time -> time.path("free").asInt() > 0)
                .map(time -> time.path("starts").asString())
                .toList();
        if (free.isEmpty()) {
            throw new IllegalStateException("let in, and no seat is free");
        }
        starts = free.get(random.nextInt(free.size()));
        step = Step.BOOK;
        return Optional.of((long) random.nextInt(QUICKEST, SLOWEST));
    }

    private Optional<Long> booked(Caller.Answer came) {
        if (came.status() == 201) {
            appointment = Optional.of(
                    UUID.fromString(JSON.readTree(came.body()).path("id").asString()));
            return done("BOOKED");
        }
        String problem = JSON.readTree(came.body()).path("type").asString();
        if (came.status() == 409 && problem.endsWith("appointments.full")) {
            step = Step.CHOOSE;
            return Optional.of(0L);
        }
        throw new IllegalStateException("answered " + came.status() + " " + came.body());
    }

    private Optional<Long> done(String last) {
        step = Step.DONE;
        answer = last;
        return Optional.empty();
    }

    UUID id() {
        return id;
    }

    /** What they were told in the end. */
    String answer() {
        return answer;
    }

    Optional<UUID> appointment() {
        return appointment;
    }
}

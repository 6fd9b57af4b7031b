package org.zhengtong.bench;

import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who books a time of an ordinary day and cancels it, again and again. */
final class RushWarmth {
    private static final JsonMapper JSON = new JsonMapper();
    private final Caller caller;
    private final Map<String, String> headers;
    private final RushPerson.Goal goal;
    private final SplittableRandom random = new SplittableRandom(1);

    RushWarmth(Caller caller, String token, RushPerson.Goal goal) {
        this.caller = caller;
        this.headers = Map.of("Authorization", "Bearer " + token);
        this.goal = goal;
    }

    void act() throws Exception {
        Caller.Answer answer = caller.send(
                "POST",
                "/api/v1/me/appointments",
                headers,
                JSON.writeValueAsString(Map.of(
                        "hall", goal.hall(),
                        "item", goal.item(),
                        "day", goal.day().toString(),
                        "starts", goal.starts().get(random.nextInt(goal.starts().size())))));
        if (answer.status() == 201) {
            String id = JSON.readTree(answer.body()).path("id").asString();
            caller.send("DELETE", "/api/v1/me/appointments/" + id, headers, "");
        } else if (answer.status() != 409) {
            throw new IllegalStateException("answered " + answer.status() + " " + answer.body());
        }
        caller.send(
                "GET",
                "/api/v1/me/rush?hall=" + goal.hall() + "&item=" + goal.item() + "&day=" + goal.day(),
                headers,
                "");
    }
}

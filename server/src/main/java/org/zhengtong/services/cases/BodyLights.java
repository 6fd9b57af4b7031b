package org.zhengtong.services.cases;

/**
 * How the running cases of a body stand.
 *
 * @param standing whose clock stands: a special procedure runs
 * @param dueToday of the yellow ones
 */
public record BodyLights(
        String body, String bodyName, int running, int green, int yellow, int red, int standing, int dueToday) {

    /** The sum of several bodies, under no name. */
    public BodyLights plus(BodyLights other) {
        return new BodyLights(
                body,
                bodyName,
                running + other.running,
                green + other.green,
                yellow + other.yellow,
                red + other.red,
                standing + other.standing,
                dueToday + other.dueToday);
    }

    public static BodyLights none() {
        return new BodyLights("", "", 0, 0, 0, 0, 0, 0);
    }
}

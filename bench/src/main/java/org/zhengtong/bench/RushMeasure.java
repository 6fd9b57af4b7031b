package org.zhengtong.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A day opens that ten times as many people want as there are seats. Three of four are in the waiting room before; the others
 * come in the first half minute. Whoever is told to look again does so, and the measure ends when everybody has a seat or
 * knows that there is none. Then the history is checked, from the database and from what people were told.
 */
final class RushMeasure implements Measure {
    private static final int PEOPLE = Integer.parseInt(System.getenv().getOrDefault("ZT_BENCH_RUSH", "20000"));
    private static final int SEATS = PEOPLE / 10;
    private static final long SEED = 20260316;
    private static final int SECONDS_BEFORE = 75;
    private static final int SECONDS_AFTER = 30;
    private static final int CLIENTS = 8;
    private static final int PGBENCH_SECONDS = 8;
    private static final String HALL = "citizen-centre";
    private static final String GROUP = "enterprise";
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public String name() {
        return "rush";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city();
                Records records = new Records(program.database());
                RushRecords rush = new RushRecords(program.database())) {
            RushPerson.Goal goal = goal(program);
            List<RushPerson> people = new ArrayList<>(rush.people(PEOPLE, SEED));
            Collections.shuffle(people, new Random(SEED));
            warmUp(workshop, program, records, goal);
            records.awaitDelivered();
            long transactions = records.transactions();

            LocalDateTime release = LocalDateTime.now(CITY)
                    .plusSeconds(SECONDS_BEFORE + 15)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .plusMinutes(1);
            rush.plan(
                    HALL,
                    GROUP,
                    SEATS / goal.starts().size(),
                    (int) ChronoUnit.DAYS.between(LocalDate.now(CITY), goal.day()),
                    release.toLocalTime());
            Thread.sleep(12_000);
            long opens = System.nanoTime()
                    + Duration.between(LocalDateTime.now(CITY), release).toNanos();
            workshop.say("rush: %d people for %d seats of %s, seed %d".formatted(PEOPLE, SEATS, goal.day(), SEED));
            RushCrowd crowd = new RushCrowd(program, goal);
            long begun = System.nanoTime();
            crowd.come(people, arrivals(begun, opens));
            double seconds = (crowd.end() - opens) / 1e9;
            double all = (crowd.end() - begun) / 1e9;
            crowd.leave();
            double commits = (records.transactions() - transactions) / all;

            check(workshop, rush, goal, people);
            rush.placesForPgBench();
            double ceiling =
                    new PgBench(workshop.scratch("pgbench-rush"), program.database(), CLIENTS, "place.sql", Map.of())
                                    .run(PGBENCH_SECONDS)
                            / (double) PGBENCH_SECONDS;
            workshop.say("rush: asked again on a new connection: " + crowd.againOnANewOne());
            workshop.say("rush: %d answers in %.0f s, half within %.0f ms, 95 of 100 within %.0f ms, all within %.0f ms"
                    .formatted(crowd.answers(), all, crowd.within(50), crowd.within(95), crowd.within(100)));
            workshop.say("rush: database transactions a second: %.0f; pgbench's ceiling: %.0f commits of one row"
                    .formatted(commits, ceiling));
            return List.of(
                    Figure.atMost(
                            "rush",
                            60,
                            seconds,
                            SEATS / ceiling,
                            "rush: seconds from the release until all " + PEOPLE + " people have one of the " + SEATS
                                    + " seats or know that there is none; reference: pgbench committing as many rows"
                                    + " as there are seats"),
                    Figure.atMost(
                            "rush-answer",
                            2_000,
                            crowd.within(99),
                            crowd.within(50),
                            "rush-answer: milliseconds within which 99 of 100 answers came; reference: half of them"),
                    Figure.atMost(
                            "rush-commits",
                            ceiling,
                            commits,
                            ceiling,
                            "rush-commits: database transactions a second during the rush, reads with them; reference"
                                    + " and the most there can be: pgbench committing one row at a time"));
        }
    }

    /** When each of them comes, by the machine's clock. */
    private static long[] arrivals(long begun, long opens) {
        Random random = new Random(SEED);
        long[] first = new long[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            first[i] = i % 4 == 0
                    ? opens + (long) (random.nextDouble() * SECONDS_AFTER * 1e9)
                    : Math.max(begun, opens - (long) (random.nextDouble() * SECONDS_BEFORE * 1e9));
        }
        return first;
    }

    /** A day on which the hall is open, with as many slots as others, for an item of the group. */
    private static RushPerson.Goal goal(Program program) throws IOException {
        try (Caller caller = program.caller()) {
            String item = JSON.readTree(caller.get("/api/v1/items?limit=1&q=" + Visits.encoded("食品经营许可"))
                            .body())
                    .path("items")
                    .path(0)
                    .path("code")
                    .asString();
            JsonNode days = JSON.readTree(caller.get("/api/v1/halls/" + HALL + "/slots?item=" + item)
                            .body())
                    .path("days");
            JsonNode last = days.valueStream()
                    .filter(day -> day.path("times").size() == 16)
                    .reduce((_, later) -> later)
                    .orElseThrow();
            return new RushPerson.Goal(
                    HALL,
                    item,
                    LocalDate.parse(last.path("date").asString()),
                    last.path("times")
                            .valueStream()
                            .map(time -> LocalTime.parse(time.path("starts").asString())
                                    .toString())
                            .toList());
        }
    }

    /** Booking and cancelling on another day, by people of the city. */
    private static void warmUp(Workshop workshop, Program program, Records records, RushPerson.Goal goal)
            throws Exception {
        List<Clients.Client> clients = new ArrayList<>();
        List<UUID> residents = records.residents(CLIENTS);
        for (UUID resident : residents) {
            clients.add(new RushWarmth(program.caller(), records.signedIn(resident), goal)::act);
        }
        new Clients("booking", clients).warmUp(workshop);
    }

    private static void check(Workshop workshop, RushRecords rush, RushPerson.Goal goal, List<RushPerson> people)
            throws Exception {
        Map<String, Long> answers =
                people.stream().collect(Collectors.groupingBy(RushPerson::answer, Collectors.counting()));
        Map<UUID, UUID> told = new HashMap<>();
        people.forEach(one -> one.appointment().ifPresent(id -> told.put(id, one.id())));
        Map<UUID, UUID> kept = rush.booked(goal.hall(), goal.day());
        long contradictions = rush.contradictions(goal.hall(), goal.day());
        workshop.say("rush: answers " + answers + "; booked by the database " + kept.size() + "; contradictions in its"
                + " history " + contradictions);
        boolean whole = answers.getOrDefault("BOOKED", 0L) == SEATS
                && answers.getOrDefault("GONE", 0L) == PEOPLE - SEATS
                && kept.equals(told)
                && contradictions == 0;
        if (!whole) {
            throw new IllegalStateException("the history of the rush is not whole");
        }
    }
}

package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseClocks;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDecision.Moved;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseStanding;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.Delivered;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;
import org.zhengtong.services.catalogue.YunxiBodies;

/**
 * A year of the city again, this time through the desk and the database: what people do and what the law does by itself
 * comes to the same states and dates as in the rules alone. More cases: {@code -Dzt.year-cases=10000}.
 */
class YearInDatabaseTest {
    private static final Logger LOG = LoggerFactory.getLogger(YearInDatabaseTest.class);
    private static final long SEED = Long.getLong("zt.year-seed", 20261129);
    private static final int CASES = Integer.getInteger("zt.year-cases", 100);
    private static final int FILING_DAYS = 270;
    private static final int DAYS = 365;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final OptionalLong NEWEST = OptionalLong.empty();
    private static final Set<Role> ROLES = EnumSet.of(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
    private static final Map<String, String> ON_PAPER = Map.of("delivery", "到大厅领取");
    private static final List<Finding> FINDINGS =
            List.of(new Finding(Finding.Kind.MATERIAL, "m1", "材料", "看不清", "请重新上传"));

    private final CasesHouse house = new CasesHouse();
    private final CaseClocks clocks = new CaseClocks(house.calendar);
    private final Random random = new Random(SEED);
    private final Map<String, Body> bodies = YunxiBodies.read().values().stream()
            .collect(Collectors.toMap(body -> body.uscc().value(), body -> body, (one, _) -> one));
    private final List<String> asked =
            bodies.keySet().stream().sorted().limit(2).toList();
    private final CityLife city = new CityLife(random, asked);
    private final Map<String, StaffMember> clerks = new HashMap<>();
    private final Map<String, List<StaffMember>> reviewers = new HashMap<>();
    private final List<Life> lives = new ArrayList<>();
    private final Map<SpecialProcedure.Kind, ServiceItem> special = new EnumMap<>(SpecialProcedure.Kind.class);
    private int commands;

    /** A case in the database and how it must stand. */
    private static final class Life {
        final int number;
        final ServiceItem item;
        final PersonId applicant;
        final FilingOrder order;
        final CaseId id;
        CaseStanding standing;

        Life(int number, FilingOrder order, CaseId id, LocalDate day) {
            this.number = number;
            this.item = order.item();
            this.applicant = order.agent();
            this.order = order;
            this.id = id;
            this.standing = CaseStanding.filed(day);
        }

        boolean onPaper() {
            return order.answers().equals(ON_PAPER);
        }

        Set<String> promised() {
            return order.materials().stream()
                    .filter(HandedIn.Promised.class::isInstance)
                    .map(HandedIn::material)
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void after_a_year_the_database_says_of_every_case_what_the_rules_say() {
        Instant began = Instant.now();
        List<ServiceItem> items = YunxiBodies.items().stream()
                .filter(item -> item.state() == ItemState.IN_USE)
                .toList();
        items.forEach(CasesHouse::know);
        special.putAll(special(items));

        for (int i = 0; i < DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            house.clock.set(day.atTime(LocalTime.NOON).atZone(Page.ZONE).toInstant());
            house.checks.apply(house.calendar).check();
            while (i < FILING_DAYS && lives.size() * (long) FILING_DAYS < (i + 1L) * CASES) {
                file(lives.size(), items, day);
            }
            for (int pass = 0; pass <= CASES / 2000; pass++) {
                house.deadlines.pass();
            }
            lives.forEach(life -> CityLife.lawActs(life.standing, life.promised(), day)
                    .filter(command -> isAllowed(life, command, day))
                    .ifPresent(command -> move(life, command, day)));
            if (house.calendar.isWorkingDay(day)) {
                lives.stream()
                        .filter(life -> !CityLife.ENDED.contains(life.standing.state()))
                        .forEach(life -> somebodyMayAct(life, day));
            }
        }

        Set<SpecialProcedure.Kind> held = allStandAsTheyMust(FIRST.plusDays(DAYS - 1));
        assertThat(held).as("seed %d", SEED).isEqualTo(special.keySet());
        LOG.info(
                "seed {}: {} cases, {} commands in {} s",
                SEED,
                lives.size(),
                commands,
                Duration.between(began, Instant.now()).toSeconds());
    }

    private Set<SpecialProcedure.Kind> allStandAsTheyMust(LocalDate day) {
        CaseReplay replay = new CaseReplay(house.rules);
        Map<CaseState, Integer> ends = new EnumMap<>(CaseState.class);
        Set<SpecialProcedure.Kind> held = new HashSet<>();
        for (Life life : lives) {
            CaseFile file = house.desk.open(life.id, clerk(life));
            assertThat(file.standing())
                    .as("seed %d, case %d", SEED, life.number)
                    .isEqualTo(life.standing);
            assertThat(replay.standing(file.steps(), CaseTerms.of(life.item))).isEqualTo(life.standing);
            assertThat(file.clocks())
                    .as("seed %d, case %d", SEED, life.number)
                    .isEqualTo(clocks.of(life.standing, life.item.statutoryDays(), life.item.promisedDays(), day));
            ends.merge(life.standing.state(), 1, Integer::sum);
            life.standing.pauses().forEach(pause -> held.add(pause.kind()));
        }
        assertThat(ends.keySet()).as("seed %d, %s", SEED, ends).containsAll(CityLife.ENDED);
        assertThat(house.checks.apply(house.calendar).check())
                .as("due dates that differ from those made anew")
                .isZero();
        assertThat(house.histories.check().faulty()).as("seed %d", SEED).isZero();
        assertThat(house.faults.lastRound().orElseThrow().cases()).isGreaterThanOrEqualTo(lives.size());
        return held;
    }

    /** For each special procedure that is published an item that has it. */
    private static Map<SpecialProcedure.Kind, ServiceItem> special(List<ServiceItem> items) {
        Map<SpecialProcedure.Kind, ServiceItem> special = new EnumMap<>(SpecialProcedure.Kind.class);
        items.forEach(item -> item.further().specialProcedures().forEach(one -> special.putIfAbsent(one.kind(), item)));
        return special;
    }

    private void file(int number, List<ServiceItem> items, LocalDate day) {
        ServiceItem item = number % 10 == 5 || number % 10 == 6
                ? List.copyOf(special.values()).get(number / 10 % special.size())
                : items.get((int) (number * 7919L % items.size()));
        PersonId applicant = house.person("林晓岚");
        List<HandedIn> materials = new ArrayList<>();
        item.materials().stream().findFirst().ifPresent(one -> materials.add(new HandedIn.Generated(one.id())));
        if (random.nextInt(3) == 0) {
            materials.add(new HandedIn.Promised("m2"));
        }
        FilingOrder order = new FilingOrder(
                new UUID(SEED, number),
                item,
                new Party.Person(applicant),
                applicant,
                Map.of(),
                random.nextInt(4) == 0 ? ON_PAPER : Map.of(),
                materials,
                Channel.WINDOW);
        lives.add(new Life(number, order, house.cases.file(order).id(), day));
    }

    /** One in ten withdraws, one is refused at the door and so on; all others go as it comes. */
    private Optional<CaseCommand> destined(Life life, LocalDate day) {
        CaseState state = life.standing.state();
        return Optional.ofNullable(
                switch (life.number % 10) {
                    case 0 -> state.awaitsAcceptance() ? new CaseCommand.NotRequired("不需要许可") : null;
                    case 1 ->
                        state.awaitsAcceptance()
                                ? new CaseCommand.RefuseAcceptance(
                                        CaseCommand.Ground.NOT_COMPETENT, "不归本机关管", Optional.of("云溪市公安局"))
                                : null;
                    case 2 -> new CaseCommand.Transfer(CaseCommand.Successor.at("item"), "属县级事权");
                    case 3 -> random.nextInt(4) == 0 ? new CaseCommand.Withdraw("不办了") : null;
                    case 4 ->
                        state == CaseState.CORRECTION_REQUESTED ? null : new CaseCommand.RequestCorrection(FINDINGS);
                    case 5, 6 -> {
                        if (state.awaitsAcceptance()) {
                            yield new CaseCommand.Accept();
                        }
                        yield life.standing.pauses().isEmpty() ? new CaseCommand.Announce(procedure(life, day)) : null;
                    }
                    default -> null;
                });
    }

    /** The procedure for whose sake its item was chosen. */
    private PlannedProcedure procedure(Life life, LocalDate day) {
        SpecialProcedure.Kind kind = List.copyOf(special.keySet()).get(life.number / 10 % special.size());
        SpecialProcedure one = life.item.further().specialProcedures().stream()
                .filter(published -> published.kind() == kind)
                .findFirst()
                .orElseThrow();
        return new PlannedProcedure(kind, day.plusDays(random.nextInt(4)), one.days());
    }

    private void somebodyMayAct(Life life, LocalDate day) {
        if (random.nextInt(3) > 0) {
            return;
        }
        boolean silent = life.number % 10 == 4 && life.standing.state() == CaseState.CORRECTION_REQUESTED;
        Optional<CaseCommand> wanted = destined(life, day)
                .flatMap(command -> completed(life, command))
                .filter(command -> isAllowed(life, command, day));
        for (int tries = 0; wanted.isEmpty() && !silent && tries < 6; tries++) {
            Optional<CaseCommand> idea = completed(life, city.somebodyActs(life.item, day));
            wanted = idea.filter(command -> isAllowed(life, command, day));
            if (idea.isPresent() && wanted.isEmpty() && isRefusedAtTheDesk(idea.get()) && random.nextInt(40) == 0) {
                assertThatThrownBy(() -> carryOut(life, idea.get(), day)).isInstanceOf(Problem.class);
            }
        }
        wanted.ifPresent(command -> {
            carryOut(life, command, day);
            move(life, command, day);
            commands++;
        });
    }

    /** With who really does it; nothing when nobody here can. */
    private Optional<CaseCommand> completed(Life life, CaseCommand command) {
        String own = life.item.bodyUscc();
        return Optional.ofNullable(
                switch (command) {
                    case CaseCommand.Accept _ -> new CaseCommand.Accept(life.promised());
                    case CaseCommand.Review review ->
                        review.signedBy(reviewers(life).get(random.nextInt(4)).actor());
                    case CaseCommand.AskOpinion(AskedOpinion one, String question) ->
                        one.body().equals(own)
                                ? null
                                : new CaseCommand.AskOpinion(
                                        new AskedOpinion(
                                                one.body(), body(one.body()).name(), one.until(), Optional.empty()),
                                        question);
                    case CaseCommand.GiveOpinion given -> given.body().equals(own) ? null : given;
                    case CaseCommand.Transfer(CaseCommand.Successor _, String reason) -> {
                        String code = CasesHouse.elsewhere(life.item).code().value();
                        yield code.equals(life.item.code().value()) || !life.item.canBeFiled()
                                ? null
                                : new CaseCommand.Transfer(CaseCommand.Successor.at(code), reason);
                    }
                    case CaseCommand.Deliver deliver -> life.onPaper() ? deliver : null;
                    case CaseCommand.Recuse recuse ->
                        life.standing.state() == CaseState.CORRECTION_REQUESTED ? null : recuse;
                    case CaseCommand.Close _ -> null;
                    default -> command;
                });
    }

    private static boolean isRefusedAtTheDesk(CaseCommand command) {
        return !(command instanceof CaseCommand.Receive
                || command instanceof CaseCommand.Review
                || command instanceof CaseCommand.Recuse
                || command instanceof CaseCommand.Resubmit
                || command instanceof CaseCommand.Correct
                || command instanceof CaseCommand.StartReview
                || command instanceof CaseCommand.Deliver);
    }

    private boolean isAllowed(Life life, CaseCommand command, LocalDate day) {
        return house.rules.transition(life.standing, command, CaseTerms.of(life.item), day) instanceof Moved;
    }

    private void move(Life life, CaseCommand command, LocalDate day) {
        if (house.rules.transition(life.standing, command, CaseTerms.of(life.item), day)
                instanceof Moved(CaseStanding next)) {
            life.standing = next;
        }
        boolean decided = life.standing.state() == CaseState.GRANTED || life.standing.state() == CaseState.REFUSED;
        if (decided && !life.onPaper()) {
            move(life, new CaseCommand.Deliver(), day);
        } else if (life.standing.state() == CaseState.DELIVERED) {
            move(life, new CaseCommand.Close(), day);
        }
    }

    private void carryOut(Life life, CaseCommand command, LocalDate day) {
        StaffMember clerk = clerk(life);
        switch (command) {
            case CaseCommand.Receive _, CaseCommand.StartReview _ -> house.desk.take(life.id, clerk, NEWEST, false);
            case CaseCommand.Resubmit _, CaseCommand.Correct _ -> house.cases.correct(life.id, life.order);
            case CaseCommand.Supply(String material, Channel _) ->
                house.cases.supply(
                        life.id, life.applicant, material, List.of(new HandedIn.Generated(material)), Optional.empty());
            case CaseCommand.Withdraw(String reason) -> house.cases.withdraw(life.id, life.applicant, reason);
            case CaseCommand.Deliver _ ->
                house.delivery.deliver(
                        life.id, clerk, Set.of(life.item.bodyUscc()), NEWEST, new Delivered.Electronically());
            case CaseCommand.Review review -> {
                StaffMember reviewer = reviewers(life).stream()
                        .filter(one -> one.actor().equals(review.by()))
                        .findFirst()
                        .orElseThrow();
                takeOver(life, reviewer, day);
                house.desk.act(life.id, reviewer, NEWEST, review);
            }
            case CaseCommand.Recuse recuse -> {
                StaffMember concerned = staff(body(life.item.bodyUscc()));
                takeOver(life, concerned, day);
                house.desk.act(life.id, concerned, NEWEST, recuse);
            }
            case CaseCommand.GiveOpinion given -> house.desk.act(life.id, staff(body(given.body())), NEWEST, given);
            default -> house.desk.act(life.id, clerk, NEWEST, command);
        }
    }

    /** Out of the clerk's hands, which begins what the state waits for. */
    private void takeOver(Life life, StaffMember by, LocalDate day) {
        if (house.desk.open(life.id, by).assignee().isEmpty()) {
            return;
        }
        house.desk.take(life.id, by, NEWEST, true);
        switch (life.standing.state()) {
            case SUBMITTED -> move(life, new CaseCommand.Receive(), day);
            case ACCEPTED -> move(life, new CaseCommand.StartReview(), day);
            default -> {}
        }
    }

    private StaffMember clerk(Life life) {
        return clerks.computeIfAbsent(life.item.bodyUscc(), uscc -> staff(body(uscc)));
    }

    private List<StaffMember> reviewers(Life life) {
        return reviewers.computeIfAbsent(
                life.item.bodyUscc(),
                uscc -> List.of(staff(body(uscc)), staff(body(uscc)), staff(body(uscc)), staff(body(uscc))));
    }

    private StaffMember staff(Body body) {
        return new StaffMember(new PersonId(new UUID(random.nextLong(), random.nextLong())), "办事员", body, "窗口", ROLES);
    }

    private Body body(String uscc) {
        return Optional.ofNullable(bodies.get(uscc)).orElseThrow();
    }
}

package org.zhengtong.people.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhengtong.people.identity.Mandate.Stage;
import org.zhengtong.people.identity.Mandate.Standing;
import org.zhengtong.testing.GivenMandates;

class ReachTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PersonId AGENT = new PersonId(new UUID(0, 1));
    private static final List<Party> PARTIES = List.of(
            new Party.Firm(new FirmId(new UUID(0, 2))),
            new Party.Person(new PersonId(new UUID(0, 3))),
            new Party.Person(new PersonId(new UUID(0, 4))));
    private static final List<String> ITEMS = List.of("A", "B", "C", "D");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void a_mandate_is_good_from_its_first_to_its_last_day_and_on_no_other() {
        System.out.println("seed " + seed);
        for (int i = 0; i < 5_000; i++) {
            LocalDate from = TODAY.plusDays(random.nextInt(-400, 400));
            Optional<LocalDate> until =
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(from.plusDays(random.nextInt(400)));
            LocalDate day = TODAY.plusDays(random.nextInt(-500, 900));
            Stage stage = pick(List.of(Stage.values()));
            Mandate mandate = GivenMandates.of(PARTIES.getFirst(), AGENT, MandateScope.WHOLE, from, until, stage);

            boolean within =
                    !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);

            assertThat(mandate.standing(day) == Standing.IN_FORCE)
                    .as("%s to %s on %s, %s", from, until, day, stage)
                    .isEqualTo(stage == Stage.GIVEN && within);
        }
    }

    @Test
    void nobody_does_more_than_some_mandate_of_theirs_says_and_everything_that_one_says() {
        System.out.println("seed " + seed);
        for (int i = 0; i < 2_000; i++) {
            List<Mandate> mandates = new ArrayList<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                mandates.add(GivenMandates.of(pick(PARTIES), AGENT, scope(), TODAY, Optional.empty(), Stage.GIVEN));
            }
            Reach reach = new Reach(AGENT, mandates);

            for (Party party : PARTIES) {
                for (String item : ITEMS) {
                    assertThat(reach.mayFile(party, item)).isEqualTo(anyOf(mandates, party, Power.FILE, item));
                    boolean reads = anyOf(mandates, party, Power.READ, item);
                    assertThat(reach.mayRead(party, item)).isEqualTo(reads);
                    assertThat(isFoundByStatement(reach, party, item)).isEqualTo(reads);
                    assertThat(reach.mayCollect(party, item)).isEqualTo(anyOf(mandates, party, Power.COLLECT, item));
                }
                boolean all = mandates.stream()
                        .anyMatch(one -> one.principal().equals(party)
                                && one.scope().powers().contains(Power.READ)
                                && one.scope().items().isEmpty());
                assertThat(reach.mayReadAll(party)).isEqualTo(all);
            }
            assertThat(reach.withoutOtherPersons().wholeParties())
                    .allMatch(party -> party instanceof Party.Firm || party.id().equals(AGENT.value()));
        }
    }

    /** As the statements of cases and messages ask. */
    private static boolean isFoundByStatement(Reach reach, Party party, String item) {
        return reach.parties().contains(party.id())
                && (reach.whole().contains(party.id()) || reach.parts().contains(party.id() + " " + item));
    }

    private static boolean anyOf(List<Mandate> mandates, Party party, Power power, String item) {
        return mandates.stream()
                .filter(one -> one.principal().equals(party))
                .map(Mandate::scope)
                .anyMatch(scope -> scope.powers().contains(power)
                        && (scope.items().isEmpty() || scope.items().contains(item)));
    }

    @Test
    void who_files_also_reads_what_they_filed() {
        MandateScope scope = new MandateScope(Set.of(Power.FILE), Set.of("A"));

        assertThat(scope.allows(Power.READ, "A")).isTrue();
        assertThat(scope.allows(Power.READ, "B")).isFalse();
        assertThat(scope.allows(Power.COLLECT, "A")).isFalse();
    }

    private MandateScope scope() {
        Set<Power> powers = EnumSet.of(pick(List.of(Power.values())));
        if (random.nextBoolean()) {
            powers.add(pick(List.of(Power.values())));
        }
        Set<String> items = new TreeSet<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            items.add(pick(ITEMS));
        }
        return new MandateScope(powers, items);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

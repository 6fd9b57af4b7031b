package org.zhengtong.people.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.ground.outbox.Deliveries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MandateOrder;
import org.zhengtong.people.identity.Mandates;
import org.zhengtong.people.identity.Proof;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Messages;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** What principals and agents are told of the days of a mandate. */
@ZhengtongTest
class MandateRoundTest {
    @Autowired
    MandateRound round;

    @Autowired
    Identity identity;

    @Autowired
    Mandates mandates;

    @Autowired
    Messages messages;

    @Autowired
    Deliveries deliveries;

    @Autowired
    TestClock clock;

    private Someone principal;
    private Someone agent;

    @BeforeEach
    void twoPeople() {
        People people = new People(identity);
        principal = people.someone("李委托");
        agent = people.someone("王受托");
    }

    @Test
    void both_are_told_once_that_it_begins_ends_in_fifteen_days_and_is_over() {
        accepted(5, 45);

        assertThat(toldAfter(4)).isEmpty();
        assertThat(toldAfter(1)).containsExactly("MANDATE_BEGUN");
        assertThat(toldAfter(24)).containsExactly("MANDATE_BEGUN");
        assertThat(toldAfter(1)).containsExactly("MANDATE_BEGUN", "MANDATE_ENDING");
        assertThat(toldAfter(15)).containsExactly("MANDATE_BEGUN", "MANDATE_ENDING");
        assertThat(toldAfter(1)).containsExactly("MANDATE_BEGUN", "MANDATE_ENDING", "MANDATE_OVER");
        assertThat(toldAfter(5)).containsExactly("MANDATE_BEGUN", "MANDATE_ENDING", "MANDATE_OVER");
    }

    @Test
    void who_gives_a_mandate_for_a_week_is_not_told_that_it_ends_soon() {
        accepted(0, 7);

        assertThat(toldAfter(0)).containsExactly("MANDATE_BEGUN");
        assertThat(toldAfter(7)).containsExactly("MANDATE_BEGUN");
        assertThat(toldAfter(1)).containsExactly("MANDATE_BEGUN", "MANDATE_OVER");
    }

    @Test
    void of_what_was_ended_nobody_is_told_by_its_days() {
        UUID id = accepted(5, 45);
        mandates.end(me(principal), id);

        assertThat(toldAfter(5)).containsExactly("MANDATE_ENDED");
        assertThat(toldAfter(25)).containsExactly("MANDATE_ENDED");
        assertThat(toldAfter(16)).containsExactly("MANDATE_ENDED");
    }

    @Test
    void what_was_never_accepted_neither_begins_nor_ends() {
        signed(0, 20);

        assertThat(toldAfter(5)).isEmpty();
        assertThat(toldAfter(16)).isEmpty();
    }

    private UUID accepted(int from, int until) {
        UUID id = signed(from, until);
        mandates.accept(me(agent), id);
        return id;
    }

    private UUID signed(int from, int until) {
        LocalDate today = mandates.today();
        Mandates.Answer answer = mandates.sign(
                me(principal),
                new MandateOrder(
                        Optional.empty(),
                        agent.name(),
                        agent.number().value(),
                        true,
                        List.of(),
                        Set.of("FILE"),
                        today.plusDays(from).toString(),
                        today.plusDays(until).toString()));
        return ((Mandates.Answer.Done) answer).mandate();
    }

    private SignedIn me(Someone someone) {
        return new SignedIn(
                new UUID(1, 1),
                someone.id(),
                someone.name(),
                Optional.empty(),
                new Proof(SignInWay.PASSWORD, true, clock.instant()));
    }

    /** @return what the principal was told by then, the oldest first; the agent was told the same */
    private List<String> toldAfter(int days) {
        clock.advance(Duration.ofDays(days));
        round.pass();
        round.pass();
        deliveries.runDue();
        List<String> told = told(principal);
        assertThat(told(agent)).isEqualTo(told);
        return told;
    }

    private List<String> told(Someone someone) {
        return messages.keptOf(someone.id(), OptionalLong.empty()).reversed().stream()
                .map(CaseMessage::what)
                .filter(what -> !what.equals("MANDATE_OFFERED"))
                .toList();
    }
}

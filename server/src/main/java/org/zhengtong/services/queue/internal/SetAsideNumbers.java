package org.zhengtong.services.queue.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.queue.SpareNumbers;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.TicketNews.What;
import org.zhengtong.services.queue.Turn;

@Service
class SetAsideNumbers implements SpareNumbers {
    /** As many as a machine gives in an hour of a busy line. */
    private static final int SIZE = 30;

    private final BlockStore blocks;
    private final TicketStore tickets;
    private final HallRows halls;
    private final HallPlans plans;
    private final Snapshots snapshots;
    private final Telling telling;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SetAsideNumbers(
            BlockStore blocks,
            TicketStore tickets,
            HallRows halls,
            HallPlans plans,
            Snapshots snapshots,
            Telling telling,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.blocks = blocks;
        this.tickets = tickets;
        this.halls = halls;
        this.plans = plans;
        this.snapshots = snapshots;
        this.telling = telling;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Spare setAside(String hall, Set<String> wanted) {
        LocalDate today = snapshots.today();
        return Objects.requireNonNull(transaction.execute(_ -> {
            halls.lock(hall);
            List<Block> given = groups(hall).stream()
                    .filter(group -> wanted.contains(group.id()))
                    .map(group -> setAside(hall, today, group))
                    .toList();
            return new Spare(today, given);
        }));
    }

    private List<Group> groups(String hall) {
        return plans.bookable(hall).map(HallPlan::groups).orElse(List.of());
    }

    private Block setAside(String hall, LocalDate today, Group group) {
        int first = blocks.next(hall, today, group.id());
        Block block = new Block(identifiers.next(), group.id(), group.letter(), first, first + SIZE - 1);
        blocks.add(hall, new BlockStore.Given(block, today, clock.instant()));
        return block;
    }

    @Override
    public List<Outcome> tell(String hall, List<Taken> taken, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            halls.lock(hall);
            List<Outcome> outcomes =
                    taken.stream().map(one -> told(hall, one, actor)).toList();
            if (outcomes.contains(Outcome.IN_LINE)) {
                halls.change(hall);
            }
            return outcomes;
        }));
    }

    private Outcome told(String hall, Taken one, String actor) {
        Optional<BlockStore.Given> given = blocks.find(hall, one.block())
                .filter(found -> found.day().equals(snapshots.today()))
                .filter(found -> one.number() >= found.block().first()
                        && one.number() <= found.block().last())
                .filter(found -> groups(hall).stream()
                        .anyMatch(group -> group.id().equals(found.block().group())));
        if (given.isEmpty()) {
            return Outcome.VOID;
        }
        Ticket ticket = ticket(hall, given.get(), one);
        if (!tickets.add(ticket)) {
            return Outcome.KNOWN;
        }
        telling.tell(ticket, What.TAKEN, Optional.empty(), actor);
        return Outcome.IN_LINE;
    }

    private Ticket ticket(String hall, BlockStore.Given given, Taken one) {
        Instant now = clock.instant();
        Instant said = now.minus(one.ago());
        Instant taken = said.isBefore(given.at()) ? given.at() : said.isAfter(now) ? now : said;
        UUID id = identifiers.next();
        return new Ticket(
                id,
                hall,
                given.day(),
                given.block().letter() + one.number(),
                given.block().group(),
                Optional.empty(),
                Optional.empty(),
                id,
                one.priority(),
                Ticket.Origin.KIOSK,
                Optional.empty(),
                Ticket.State.WAITING,
                Turn.comes(taken, one.priority()),
                Optional.empty(),
                0,
                taken,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

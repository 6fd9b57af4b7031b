package org.zhengtong.services.queue.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Arrivals;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlan.Group;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.queue.QueueRefusal;
import org.zhengtong.services.queue.Ticket;
import org.zhengtong.services.queue.Ticket.Origin;
import org.zhengtong.services.queue.Ticket.Priority;
import org.zhengtong.services.queue.Ticket.State;
import org.zhengtong.services.queue.TicketNews.What;
import org.zhengtong.services.queue.Tickets;
import org.zhengtong.services.queue.Turn;

/** Gives numbers and takes them back. */
@Service
class HallTickets implements Tickets {
    /** Numbers are given so long before the doors open. */
    static final Duration BEFORE_OPENING = Duration.ofMinutes(30);

    private final TicketStore store;
    private final HallRows halls;
    private final Snapshots snapshots;
    private final HallPlans plans;
    private final Arrivals arrivals;
    private final Appointments appointments;
    private final WorkingCalendar calendar;
    private final Telling telling;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HallTickets(
            TicketStore store,
            HallRows halls,
            Snapshots snapshots,
            HallPlans plans,
            Arrivals arrivals,
            Appointments appointments,
            WorkingCalendar calendar,
            Telling telling,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.halls = halls;
        this.snapshots = snapshots;
        this.plans = plans;
        this.arrivals = arrivals;
        this.appointments = appointments;
        this.calendar = calendar;
        this.telling = telling;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Answer take(Wish wish, Optional<PersonId> person, Origin origin, String actor) {
        return carriedOut(() -> {
            Optional<HallPlan> plan = plans.bookable(wish.hall());
            Optional<ServiceItem> item = wish.item().flatMap(appointments::item);
            Optional<Group> group = plan.flatMap(one -> one.group(wish.group()));
            if (group.isEmpty()) {
                return refused(new QueueRefusal.NotHere());
            }
            if (!isOpen(plan.get())) {
                return refused(new QueueRefusal.HallClosed());
            }
            if (wish.together() < 1 || wish.together() > MOST_TOGETHER) {
                return refused(new QueueRefusal.TooManyTogether(MOST_TOGETHER));
            }
            halls.lock(wish.hall());
            Optional<Answer> other = person.flatMap(one -> already(one, wish, actor));
            if (other.isPresent()) {
                return other.get();
            }
            return new Answer.Given(given(plan.get(), group.get(), wish, item, person, origin, actor));
        });
    }

    /** Numbers are given from half an hour before the doors open until they close. */
    private boolean isOpen(HallPlan plan) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), Page.ZONE);
        return plan.openings(snapshots.today(), calendar).stream()
                .anyMatch(open -> now.isBefore(open.until())
                        && !now.isBefore(
                                open.from().toSecondOfDay() < BEFORE_OPENING.toSeconds()
                                        ? LocalTime.MIDNIGHT
                                        : open.from().minus(BEFORE_OPENING)));
    }

    private Optional<Answer> already(PersonId person, Wish wish, String actor) {
        Optional<Answer> ticket = store.openOf(person, snapshots.today()).stream()
                .filter(one -> one.hall().equals(wish.hall()) && one.state().isOpen())
                .findFirst()
                .map(one -> refused(new QueueRefusal.HasTicket(one.id())));
        return ticket.or(() -> arrivals.today(person, wish.hall()).stream()
                .filter(one -> one.group().equals(wish.group()))
                .map(one -> arrived(one.id(), wish.priority(), actor))
                .filter(Answer.Given.class::isInstance)
                .findFirst());
    }

    private List<Ticket> given(
            HallPlan plan,
            Group group,
            Wish wish,
            Optional<ServiceItem> item,
            Optional<PersonId> person,
            Origin origin,
            String actor) {
        Instant now = clock.instant();
        Instant turn = Turn.comes(now, wish.priority());
        Standing standing = snapshots.read(plan, halls.version(wish.hall())).standing(group.id(), turn);
        UUID party = identifiers.next();
        List<Ticket> tickets = IntStream.range(0, wish.together())
                .mapToObj(place -> new Ticket(
                        identifiers.next(),
                        wish.hall(),
                        snapshots.today(),
                        "",
                        group.id(),
                        item.map(one -> new Ticket.Matter(one.code().value(), one.name())),
                        person,
                        party,
                        wish.priority(),
                        origin,
                        Optional.empty(),
                        State.WAITING,
                        turn.plusNanos(place * 1_000L),
                        Optional.empty(),
                        0,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        standing.expected()))
                .map(one -> added(one, group, What.TAKEN, actor))
                .toList();
        notToldIfNear(party, standing);
        halls.change(wish.hall());
        return tickets;
    }

    /** Who is near when they come sees it with their number, and is not told. */
    private void notToldIfNear(UUID party, Standing standing) {
        if (standing.isNear()) {
            store.nearTold(party, clock.instant());
        }
    }

    /** With the next number of the line that nobody has. */
    private Ticket added(Ticket one, Group group, What what, String actor) {
        Ticket numbered = one;
        while (numbered.number().isEmpty() || !store.add(numbered)) {
            int count = halls.count(one.hall(), one.day(), group.id());
            numbered = one.numbered(String.format(Locale.ROOT, "%s%03d", group.letter(), count));
        }
        telling.tell(numbered, what, Optional.empty(), actor);
        return numbered;
    }

    @Override
    public Answer checkIn(UUID appointment, Priority priority, String actor) {
        return carriedOut(() -> {
            halls.lock(arrivals.hallOf(appointment).orElseThrow(() -> Problem.notFound("appointments.unknown")));
            return arrived(appointment, priority, actor);
        });
    }

    /** Within the hall's line, so that of two who say it at once the second finds the ticket of the first. */
    private Answer arrived(UUID appointment, Priority priority, String actor) {
        Optional<Ticket> before = store.ofAppointment(appointment);
        if (before.isPresent()) {
            // Who is marked as missing although they have their ticket came after all.
            arrivals.arrive(appointment, actor);
            return new Answer.Given(List.of(before.get()));
        }
        return switch (arrivals.arrive(appointment, actor)) {
            case Arrivals.Answer.Refused(var why) -> refused(new QueueRefusal.NoAppointment(why));
            case Arrivals.Answer.Came(Appointment came) -> ticket(came, priority, actor);
        };
    }

    private Answer ticket(Appointment came, Priority priority, String actor) {
        Optional<HallPlan> plan = plans.bookable(came.hall());
        Optional<Group> group = plan.flatMap(one -> one.group(came.group()));
        if (group.isEmpty()) {
            return refused(new QueueRefusal.NotHere());
        }
        Instant now = clock.instant();
        Instant turn = Turn.booked(came.moment().instant(), came.endsAt(), now, priority);
        Standing standing =
                snapshots.read(plan.get(), halls.version(came.hall())).standing(came.group(), turn);
        Ticket ticket = new Ticket(
                identifiers.next(),
                came.hall(),
                came.moment().day(),
                came.number(),
                came.group(),
                Optional.of(new Ticket.Matter(came.item(), came.itemName())),
                Optional.of(came.person()),
                came.id(),
                priority,
                Origin.APPOINTMENT,
                Optional.of(came.id()),
                State.WAITING,
                turn,
                Optional.empty(),
                0,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                standing.expected());
        Ticket given = added(ticket, group.get(), What.CHECKED_IN, actor);
        notToldIfNear(given.party(), standing);
        halls.change(came.hall());
        return new Answer.Given(List.of(given));
    }

    @Override
    public Optional<Ticket> find(UUID id) {
        return store.find(id);
    }

    @Override
    public List<Ticket> party(UUID party) {
        return store.party(party);
    }

    @Override
    public List<Ticket> openOf(PersonId person) {
        return store.openOf(person, snapshots.today());
    }

    @Override
    public Standing standing(Ticket ticket) {
        return snapshots
                .of(ticket.hall())
                .filter(_ -> ticket.state().isWaiting())
                .map(hall -> hall.standing(ticket))
                .orElse(new Standing(0, Optional.empty()));
    }

    @Override
    public Answer cancel(UUID id, String actor) {
        return changed(id, one -> one.state().isWaiting() || one.state() == State.MISSED, one -> {
            Ticket after = one.ended(State.CANCELLED, clock.instant());
            store.write(after, Optional.empty());
            telling.tell(after, What.CANCELLED, Optional.empty(), actor);
            return after;
        });
    }

    @Override
    public Answer comeBack(UUID id, String actor) {
        LocalDate today = snapshots.today();
        return changed(id, one -> one.state() == State.MISSED && one.day().equals(today), one -> {
            Ticket after = back(one);
            store.write(after, Optional.empty());
            telling.tell(after, What.BACK, Optional.empty(), actor);
            return after;
        });
    }

    private Ticket back(Ticket one) {
        List<Instant> line = store.open(one.hall(), one.day()).stream()
                .filter(other -> other.state().isWaiting() && other.group().equals(one.group()))
                .map(Ticket::turn)
                .toList();
        return one.waits(State.WAITING, one.group(), Turn.comesBack(one.turn(), line));
    }

    private Answer changed(UUID id, Predicate<Ticket> allowed, UnaryOperator<Ticket> change) {
        return carriedOut(() -> {
            Ticket before = store.find(id).orElseThrow(() -> Problem.notFound("queue.unknown-ticket"));
            halls.lock(before.hall());
            Ticket now = store.find(id).orElseThrow();
            if (!allowed.test(now)) {
                return refused(new QueueRefusal.Over());
            }
            Ticket after = change.apply(now);
            halls.change(after.hall());
            return new Answer.Given(List.of(after));
        });
    }

    private static Answer refused(QueueRefusal why) {
        return new Answer.Refused(why);
    }

    /** What is refused leaves nothing behind. */
    private Answer carriedOut(Supplier<Answer> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Answer answer = work.get();
            if (answer instanceof Answer.Refused) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }
}

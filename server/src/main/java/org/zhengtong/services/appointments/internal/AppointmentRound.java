package org.zhengtong.services.appointments.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.AppointmentNews.What;

/** Reminds people the day before, passes on what was offered in vain, lets go of times that are over, and forgets what is old. */
@Component
class AppointmentRound {
    private static final int AT_ONCE = 200;
    private static final Period KEPT = Period.ofYears(1);
    private static final Period DRAWINGS_KEPT = Period.ofDays(30);

    private final AppointmentStore store;
    private final SeatStore seats;
    private final TelephoneCallStore calls;
    private final WaitingStore waiting;
    private final RushStore rushes;
    private final BookingRules rules;
    private final SeatBooking booking;
    private final AppointmentTelling telling;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppointmentRound(
            AppointmentStore store,
            SeatStore seats,
            TelephoneCallStore calls,
            WaitingStore waiting,
            RushStore rushes,
            BookingRules rules,
            SeatBooking booking,
            AppointmentTelling telling,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.seats = seats;
        this.calls = calls;
        this.waiting = waiting;
        this.rushes = rushes;
        this.rules = rules;
        this.booking = booking;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    void pass() {
        LocalDate today = rules.now().day();
        boolean more = true;
        while (more) {
            more = booking.passOver();
        }
        boolean silent = true;
        while (silent) {
            silent = booking.lapse();
        }
        boolean near = true;
        while (near) {
            near = remind(today);
        }
        transaction.executeWithoutResult(_ -> {
            store.leaveSeats(today);
            seats.forget(today);
            store.forget(today.minus(KEPT));
            waiting.forget(today);
            rushes.forget(today.minus(DRAWINGS_KEPT));
            calls.forget(clock.instant().minus(TelephoneDesk.LONGEST_CALL));
        });
    }

    /** Whoever books today for tomorrow knows it. */
    private boolean remind(LocalDate today) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Appointment> near = store.unreminded(
                    today.plusDays(1), today.atStartOfDay(Page.ZONE).toInstant(), AT_ONCE);
            near.forEach(one -> {
                store.reminded(one.id(), clock.instant());
                telling.tell(one, What.REMINDER, "system");
            });
            return near.size() == AT_ONCE;
        }));
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> appointmentRoundTask(AppointmentRound round) {
            return Tasks.recurring("appointments.round", FixedDelay.of(Duration.ofMinutes(5)))
                    .execute((_, _) -> round.pass());
        }
    }
}

package org.zhengtong.services.queue;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.slips.Slip;
import org.zhengtong.ground.slips.SlipPrinter;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan;
import org.zhengtong.services.halls.HallPlans;
import org.zhengtong.services.halls.Halls;

/** Numbers on paper. */
@Component
public class TicketSlips {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int NUMBER = 6;

    private final Halls halls;
    private final HallPlans plans;
    private final MessageSource messages;
    private final SlipPrinter printer;
    private final WebSettings settings;

    TicketSlips(Halls halls, HallPlans plans, MessageSource messages, SlipPrinter printer, WebSettings settings) {
        this.halls = halls;
        this.plans = plans;
        this.messages = messages;
        this.printer = printer;
        this.settings = settings;
    }

    /** Prints each where the hall has its printer; the worst of what came of it. */
    public SlipPrinter.Outcome print(List<Ticket> tickets) {
        return tickets.stream()
                .map(one -> printer.print(one.hall(), slip(one)))
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElse(SlipPrinter.Outcome.NO_PRINTER);
    }

    /** At a machine: the numbers are printed, and this is the page that shows them. */
    public String shownAtMachine(Tickets.Answer answer) {
        return switch (answer) {
            case Tickets.Answer.Given(List<Ticket> given) -> {
                boolean printed = print(given) == SlipPrinter.Outcome.SENT;
                yield "/kiosk/tickets/" + given.getFirst().id() + (printed ? "" : "?paper");
            }
            case Tickets.Answer.Refused(QueueRefusal.HasTicket(UUID has)) -> "/kiosk/tickets/" + has;
            case Tickets.Answer.Refused(QueueRefusal why) -> throw why.problem();
        };
    }

    public Slip slip(Ticket one) {
        String group = plans.plan(one.hall())
                .flatMap(plan -> plan.group(one.group()))
                .map(HallPlan.Group::name)
                .orElse("");
        Slip slip = Slip.empty()
                .centred(halls.hall(one.hall()).map(Hall::name).orElse(""), 1)
                .centred(one.number(), NUMBER)
                .centred(group, 2);
        if (one.isFirst()) {
            slip = slip.centred(say("queue.priority." + one.priority()) + " · " + say("queue.priority.show"), 1);
        }
        return slip.centred(one.told().isPresent() ? say("queue.slip.wait", wait(one.told())) : wait(one.told()), 1)
                .code(address(one))
                .centred(say("queue.slip.follow"), 1)
                .centred(TIME.format(one.takenAt().atZone(Page.ZONE)), 1);
    }

    public String address(Ticket one) {
        return settings.publicAddress() + "/tickets/" + one.id();
    }

    private String wait(Optional<WaitRange> told) {
        return told.map(one -> one.fromMinutes() == 0
                        ? say("queue.wait.under", one.untilMinutes())
                        : one.fromMinutes() == one.untilMinutes()
                                ? say("queue.wait.about", one.untilMinutes())
                                : say("queue.wait.range", one.fromMinutes(), one.untilMinutes()))
                .orElseGet(() -> say("queue.wait.none"));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.CHINESE);
    }
}

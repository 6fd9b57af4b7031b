package org.zhengtong.services.cases.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseHistories;
import org.zhengtong.services.cases.CaseTerms;
import org.zhengtong.services.cases.HistoryFault.Evidence;
import org.zhengtong.services.cases.HistoryFault.Kind;
import org.zhengtong.services.cases.SoundHistory;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * Looks through the history of every case, every night after the due dates were counted. What does not add up is logged,
 * kept for those who supervise, and left as it is: a wrong history is looked at by people.
 */
@Component
class HistoryCheck {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryCheck.class);
    private static final int PAGE = 500;

    private final WholeHistories histories;
    private final HistoryFaultStore store;
    private final SoundHistory sound;
    private final Catalogue catalogue;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HistoryCheck(
            WholeHistories histories,
            HistoryFaultStore store,
            SoundHistory sound,
            Catalogue catalogue,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.histories = histories;
        this.store = store;
        this.sound = sound;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Faulty(WholeHistories.Whole of, Map<Kind, List<Evidence>> faults) {}

    /** @return how many cases there are and of how many something does not add up */
    CaseHistories.Round check() {
        LocalDate today = LocalDate.now(clock);
        long cases = 0;
        long faulty = 0;
        UUID after = new UUID(0, 0);
        List<WholeHistories.Whole> page;
        do {
            page = histories.page(after, PAGE);
            if (!page.isEmpty()) {
                cases += page.size();
                faulty += look(page, today);
                after = page.getLast().id();
            }
        } while (page.size() == PAGE);
        CaseHistories.Round round = new CaseHistories.Round(clock.instant(), cases, faulty);
        transaction.executeWithoutResult(_ -> store.remember(round));
        if (faulty > 0) {
            LOG.warn("The histories of {} of {} cases do not add up", faulty, cases);
        }
        return round;
    }

    private int look(List<WholeHistories.Whole> page, LocalDate today) {
        List<Faulty> faulty = new ArrayList<>();
        for (WholeHistories.Whole one : page) {
            Map<Kind, List<Evidence>> faults = faults(one, today);
            if (!faults.isEmpty()) {
                faulty.add(new Faulty(one, faults));
            }
        }
        Map<UUID, Set<Kind>> known =
                store.known(page.stream().map(WholeHistories.Whole::id).toList());
        if (!faulty.isEmpty() || !known.isEmpty()) {
            transaction.executeWithoutResult(_ -> write(faulty, known));
        }
        return faulty.size();
    }

    private Map<Kind, List<Evidence>> faults(WholeHistories.Whole one, LocalDate today) {
        return one.recorded()
                .map(recorded -> {
                    ServiceItem item = catalogue.item(one.item(), one.itemVersion());
                    return sound.faults(
                            recorded, CaseTerms.of(item), item.licenceType().isPresent(), today);
                })
                .orElseGet(() -> Map.of(Kind.UNREADABLE, List.of(new Evidence("step", "", ""))));
    }

    private void write(List<Faulty> faulty, Map<UUID, Set<Kind>> known) {
        for (Faulty one : faulty) {
            UUID id = one.of().id();
            Set<Kind> before = known.getOrDefault(id, Set.of());
            one.faults().forEach((kind, evidence) -> {
                LOG.warn("The history of {} does not add up: {} {}", one.of().receiptNumber(), kind, evidence);
                store.keep(id, kind, evidence, clock.instant());
                if (!before.contains(kind)) {
                    audit.append(id, "cases.history-fault", Actor.SYSTEM.id(), Map.of("kind", kind.name()));
                }
            });
        }
        known.forEach((id, kinds) -> {
            Set<Kind> gone = EnumSet.copyOf(kinds);
            faulty.stream()
                    .filter(one -> one.of().id().equals(id))
                    .forEach(one -> gone.removeAll(one.faults().keySet()));
            gone.forEach(kind -> {
                store.forget(id, kind);
                audit.append(id, "cases.history-sound", Actor.SYSTEM.id(), Map.of("kind", kind.name()));
            });
        });
    }

    /** After the clocks have been counted, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> caseHistoryCheck(HistoryCheck check) {
            return Tasks.recurring("cases.history-check", Schedules.daily(Page.ZONE, LocalTime.of(1, 20)))
                    .execute((_, _) -> check.check());
        }
    }
}

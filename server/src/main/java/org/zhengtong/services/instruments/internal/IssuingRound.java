package org.zhengtong.services.instruments.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.CaseDocument;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseRecords;
import org.zhengtong.services.instruments.CaseArchive;
import org.zhengtong.services.instruments.Instruments;

/**
 * Issues what became due, packs what came into the archive, and prints what is young: older documents, taken over from a
 * time before this room, are printed when somebody first asks. A round takes a few seconds of each minute at most; whoever
 * reads a document before does not wait for it.
 */
@Component
class IssuingRound {
    private static final Logger LOG = LoggerFactory.getLogger(IssuingRound.class);
    private static final Duration YOUNG = Duration.ofDays(2);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final DueInstruments due;
    private final CaseRecords cases;
    private final Instruments instruments;
    private final CaseArchive archive;
    private final Clock clock;

    IssuingRound(DueInstruments due, CaseRecords cases, Instruments instruments, CaseArchive archive, Clock clock) {
        this.due = due;
        this.cases = cases;
        this.instruments = instruments;
        this.archive = archive;
        this.clock = clock;
    }

    void pass() {
        Instant end = clock.instant().plus(LONGEST);
        boolean more;
        do {
            more = next();
        } while (more && clock.instant().isBefore(end));
    }

    /** @return false when nothing was due */
    boolean next() {
        Optional<DueInstruments.Taken> next = due.take(clock.instant());
        next.ifPresent(this::issue);
        return next.isPresent();
    }

    private void issue(DueInstruments.Taken taken) {
        try {
            cases.find(List.of(taken.caseId())).forEach(this::issue);
            due.done(taken);
        } catch (RuntimeException failure) {
            LOG.warn("The documents of case {} are tried again at {}", taken.caseId(), taken.until(), failure);
        }
    }

    private void issue(CaseFile file) {
        Instant young = clock.instant().minus(YOUNG);
        for (CaseDocument document : CaseDocument.of(file)) {
            var instrument = instruments.read(file, document);
            if (instrument.issuedAt().isAfter(young)) {
                instruments.print(instrument);
            }
        }
        archive.keep(file);
    }

    /** Once a minute, on one node. */
    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> instrumentsRound(IssuingRound round) {
            return Tasks.recurring("instruments.round", FixedDelay.of(Duration.ofMinutes(1)))
                    .execute((_, _) -> round.pass());
        }
    }
}

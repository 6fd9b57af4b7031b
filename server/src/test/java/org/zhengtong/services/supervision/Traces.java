package org.zhengtong.services.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.zhengtong.ground.web.Page;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseTrace;
import org.zhengtong.services.cases.CaseTrace.Mark;
import org.zhengtong.services.cases.Extension;
import org.zhengtong.services.cases.Outcome;
import org.zhengtong.services.cases.Pause;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.YunxiBodies;

/** Traces of cases, made of what a test is about. */
final class Traces {
    static final SupervisionSettings SETTINGS =
            new SupervisionSettings(1, 1, 2, 3, 90, 5, 3, 10, 5, LocalTime.of(8, 0), LocalTime.of(19, 0), 10, 1, 5, 3);
    static final String CLERK = "staff:" + new UUID(1, 1);
    static final String REVIEWER = "staff:" + new UUID(1, 2);
    static final String HEAD = "staff:" + new UUID(1, 3);
    private static final ItemCode ITEM = YunxiBodies.item("食品经营许可").code();
    private static final AtomicLong COUNT = new AtomicLong();

    private final List<Mark> marks = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private UUID applicant = new UUID(9, COUNT.incrementAndGet());
    private int promised = 8;
    private Optional<LocalDate> accepted = Optional.empty();
    private Optional<LocalDate> decided = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private CaseState state = CaseState.SUBMITTED;

    static Traces filed(LocalDateTime at) {
        return new Traces().step(StepKind.FILED, "person:" + new UUID(0, 1), at);
    }

    Traces by(UUID person) {
        applicant = person;
        return this;
    }

    Traces promised(int days) {
        promised = days;
        return this;
    }

    Traces step(StepKind kind, String actor, LocalDateTime at) {
        Instant instant = at.atZone(Page.ZONE).toInstant();
        marks.add(new Mark(marks.size() + 1, instant, kind, actor));
        switch (kind) {
            case ACCEPTED, COUNTED_AS_ACCEPTED -> {
                accepted = Optional.of(at.toLocalDate());
                state = CaseState.ACCEPTED;
            }
            case CORRECTION_REQUESTED -> state = CaseState.CORRECTION_REQUESTED;
            case GRANTED, REFUSED -> {
                decided = Optional.of(at.toLocalDate());
                outcome = Optional.of(kind == StepKind.GRANTED ? Outcome.GRANTED : Outcome.REFUSED);
                state = CaseState.CLOSED;
            }
            case WITHDRAWN -> state = CaseState.WITHDRAWN;
            case TERMINATED -> state = CaseState.TERMINATED;
            default -> {}
        }
        return this;
    }

    Traces paused(LocalDate from, int days, LocalDate until) {
        pauses.add(new Pause(
                org.zhengtong.services.catalogue.SpecialProcedure.Kind.INSPECTION, from, days, Optional.of(until)));
        return this;
    }

    CaseTrace made() {
        return new CaseTrace(
                new CaseId(new UUID(7, COUNT.incrementAndGet())),
                "YX-7F3K-2291",
                ITEM,
                "食品经营许可",
                "11339900990000025L",
                "云溪市市场监督管理局",
                applicant,
                marks.getFirst().at(),
                state,
                accepted,
                decided,
                outcome,
                20,
                promised,
                pauses,
                Optional.<Extension>empty(),
                marks);
    }
}

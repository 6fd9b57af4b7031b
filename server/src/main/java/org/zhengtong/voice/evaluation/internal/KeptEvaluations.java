package org.zhengtong.voice.evaluation.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.systems.Evaluation.Level;
import org.zhengtong.services.systems.Indicator;
import org.zhengtong.voice.evaluation.Evaluations;
import org.zhengtong.voice.evaluation.Rating;
import org.zhengtong.voice.evaluation.Rating.Channel;

@Service
class KeptEvaluations implements Evaluations {
    private static final Duration JUST = Duration.ofMinutes(10);
    private static final Duration LATELY = Duration.ofHours(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;

    private final EvaluationStore store;
    private final Halls halls;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KeptEvaluations(
            EvaluationStore store,
            Halls halls,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.halls = halls;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Indicator> indicators() {
        return Indicator.national();
    }

    @Override
    public Optional<Invitation> invitation(UUID ticket) {
        return store.invitation(ticket)
                .filter(one -> one.servedAt().isAfter(clock.instant().minus(Duration.ofDays(DAYS))));
    }

    @Override
    public Optional<Invitation> justServed(String hall, int window) {
        return store.lastAt(hall, window, clock.instant().minus(JUST));
    }

    @Override
    public List<Invitation> lately(String hall) {
        return store.unrated(hall, clock.instant().minus(LATELY), MOST);
    }

    @Override
    public Answer rate(UUID ticket, Level level, List<Integer> reasons, Channel channel) {
        if (invitation(ticket).isEmpty()) {
            return new Answer.NotInvited();
        }
        Set<Integer> ofLevel = Indicator.national().stream()
                .filter(one -> one.stars() == level.stars())
                .map(Indicator::code)
                .collect(Collectors.toSet());
        if (!ofLevel.containsAll(reasons)) {
            return new Answer.WrongReasons();
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            Rating rating = new Rating(
                    identifiers.next(),
                    ticket,
                    receipt(),
                    level,
                    reasons.stream().distinct().sorted().toList(),
                    channel,
                    clock.instant());
            if (!store.add(rating)) {
                return new Answer.AlreadyGiven(store.ofTicket(ticket).orElseThrow());
            }
            audit.append(
                    ticket,
                    "evaluation.rate",
                    "ticket:" + ticket,
                    Map.of("receipt", rating.receipt(), "level", level.name(), "channel", channel.name()));
            return new Answer.Given(rating);
        }));
    }

    private String receipt() {
        return DAY.format(LocalDate.ofInstant(clock.instant(), Page.ZONE))
                + random.ints(LENGTH, 0, LETTERS.length())
                        .collect(
                                StringBuilder::new,
                                (text, at) -> text.append(LETTERS.charAt(at)),
                                StringBuilder::append);
    }

    @Override
    public Optional<Rating> ofTicket(UUID ticket) {
        return store.ofTicket(ticket);
    }

    @Override
    public Optional<Rating> withReceipt(String receipt) {
        return store.withReceipt(receipt);
    }

    @Override
    public Summary summary(StaffMember staff, String hall, LocalDate day) {
        Duty.require(organisation, staff, Role.ACCEPTANCE);
        halls.requireWindowOf(staff.body().uscc().value(), hall);
        return store.summary(hall, day);
    }
}

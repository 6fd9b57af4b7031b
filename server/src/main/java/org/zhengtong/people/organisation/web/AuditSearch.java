package org.zhengtong.people.organisation.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.WrongField;

/** What the audit administrator typed to search. {@code until} is the last day wanted. */
public record AuditSearch(String subject, String action, String actor, String since, String until, String before) {
    static final int MOST = 50;

    /** @return what cannot be searched for */
    List<WrongField> check() {
        List<WrongField> wrong = new ArrayList<>();
        if (!subject.isBlank() && uuid().isEmpty()) {
            wrong.add(new WrongField("subject", "organisation.wrong.subject"));
        }
        if (!since.isBlank() && day(since).isEmpty()) {
            wrong.add(new WrongField("since", "organisation.wrong.date"));
        }
        if (!until.isBlank() && day(until).isEmpty()) {
            wrong.add(new WrongField("until", "organisation.wrong.date"));
        }
        return wrong;
    }

    AuditQuestion question() {
        return new AuditQuestion(
                uuid(),
                text(action),
                text(actor),
                day(since).map(AuditSearch::start),
                day(until).map(date -> start(date.plusDays(1))),
                before.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(before)) : Optional.empty(),
                MOST);
    }

    Optional<UUID> uuid() {
        try {
            return text(subject).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return text(typed).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant start(LocalDate date) {
        return date.atStartOfDay(Page.ZONE).toInstant();
    }
}

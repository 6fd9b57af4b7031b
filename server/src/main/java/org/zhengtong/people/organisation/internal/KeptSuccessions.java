package org.zhengtong.people.organisation.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Estate;
import org.zhengtong.people.organisation.Estates;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Succession;
import org.zhengtong.people.organisation.Successions;

@Service
class KeptSuccessions implements Successions {
    private static final int LONGEST_DOCUMENT = 60;
    private static final int LONGEST_REASON = 200;

    private final JdbcClient sql;
    private final Organisation organisation;
    private final Estates estates;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeptSuccessions(
            JdbcClient sql,
            Organisation organisation,
            Estates estates,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.organisation = organisation;
        this.estates = estates;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Succession> all() {
        return sql.sql("""
                        select succession.body, gone.name as body_name, successor, next.name as successor_name,
                               from_day, document, reason
                          from organisation.succession
                          join organisation.body gone on gone.uscc = succession.body
                          join organisation.body next on next.uscc = succession.successor
                         order by from_day, succession.body
                        """)
                .query((row, _) -> new Succession(
                        new Uscc(row.getString("body")),
                        row.getString("body_name"),
                        new Uscc(row.getString("successor")),
                        row.getString("successor_name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getString("document"),
                        row.getString("reason")))
                .list();
    }

    @Override
    public Optional<Succession> of(StaffMember by, Uscc body) {
        requireDuty(by);
        return all().stream().filter(one -> one.body().equals(body)).findFirst();
    }

    @Override
    public List<Body> candidates(StaffMember by, Uscc body) {
        requireDuty(by);
        return candidates(body);
    }

    private List<Body> candidates(Uscc body) {
        List<Uscc> dissolved = all().stream().map(Succession::body).toList();
        return organisation.bodies().stream()
                .filter(one -> !one.uscc().equals(body) && !dissolved.contains(one.uscc()))
                .toList();
    }

    @Override
    public Estate estate(StaffMember by, Uscc body) {
        requireDuty(by);
        return estates.of(known(body).uscc());
    }

    @Override
    public List<WrongField> name(StaffMember by, Uscc body, Named typed) {
        requireDuty(by);
        known(body);
        List<WrongField> wrong = new ArrayList<>();
        Optional<Uscc> successor = Uscc.parse(typed.successor())
                .filter(code ->
                        candidates(body).stream().anyMatch(one -> one.uscc().equals(code)));
        if (successor.isEmpty()) {
            wrong.add(new WrongField("successor", "organisation.wrong.successor"));
        }
        Optional<LocalDate> from = TypedDay.parse(typed.from());
        if (from.filter(day -> !day.isBefore(today())).isEmpty()) {
            wrong.add(new WrongField("from", "organisation.wrong.succession-day"));
        }
        text(wrong, "document", PlainText.tidy(typed.document()), LONGEST_DOCUMENT);
        text(wrong, "reason", PlainText.tidy(typed.reason()), LONGEST_REASON);
        if (wrong.isEmpty()) {
            write(by, body, successor.orElseThrow(), from.orElseThrow(), typed);
        }
        return wrong;
    }

    private void write(StaffMember by, Uscc body, Uscc successor, LocalDate from, Named typed) {
        transaction.executeWithoutResult(_ -> {
            // one naming after the other: two bodies cannot become each other's successors at the same moment
            sql.sql("lock table organisation.succession in share row exclusive mode")
                    .update();
            if (all().stream()
                    .anyMatch(one -> one.body().equals(body) || one.body().equals(successor))) {
                throw new Problem(409, "succession-named");
            }
            sql.sql("""
                            insert into organisation.succession
                                (body, successor, from_day, document, reason, decided_by, decided_at)
                            values (:body, :successor, :from, :document, :reason, :by, :at)
                            """)
                    .param("body", body.value())
                    .param("successor", successor.value())
                    .param("from", from)
                    .param("document", PlainText.tidy(typed.document()))
                    .param("reason", PlainText.tidy(typed.reason()))
                    .param("by", by.person().value())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.append(
                    SystemDesk.subject(body),
                    "organisation.name-successor",
                    by.actor(),
                    Map.of(
                            "body", body.value(),
                            "successor", successor.value(),
                            "from", from.toString(),
                            "document", PlainText.tidy(typed.document())));
        });
    }

    @Override
    public void takeBack(StaffMember by, Uscc body) {
        requireDuty(by);
        transaction.executeWithoutResult(_ -> {
            int gone = sql.sql("delete from organisation.succession where body = :body and from_day > :today")
                    .param("body", body.value())
                    .param("today", today())
                    .update();
            if (gone == 0) {
                throw new Problem(409, "succession-begun");
            }
            audit.append(
                    SystemDesk.subject(body),
                    "organisation.take-back-successor",
                    by.actor(),
                    Map.of("body", body.value()));
        });
    }

    private Body known(Uscc body) {
        return organisation.body(body).orElseThrow(() -> Problem.notFound("unknown-body"));
    }

    private static void text(List<WrongField> wrong, String field, String text, int most) {
        PlainText.checkRequired(field, text, most, "organisation.wrong.empty").ifPresent(wrong::add);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Page.ZONE));
    }

    private void requireDuty(StaffMember by) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
    }
}

package org.zhengtong.services.systems.internal;

import static org.zhengtong.services.systems.internal.SystemStore.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.systems.ActingStaff;
import org.zhengtong.services.systems.CallingSystem;
import org.zhengtong.services.systems.Evaluation;
import org.zhengtong.services.systems.Evaluations;
import org.zhengtong.services.systems.Indicator;

/** Evaluations with their cases, until the city has a room of its own for them. */
@Service
class StoredEvaluations implements Evaluations {
    private static final int LONGEST_WORDS = 2000;
    private static final String SPEAKABLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int NUMBER_LENGTH = 12;

    private static final Set<String> INDICATORS = Indicator.national().stream()
            .map(one -> Integer.toString(one.code()))
            .collect(Collectors.toUnmodifiableSet());

    private final JdbcClient sql;
    private final CaseDesk desk;
    private final FieldCipher cipher;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredEvaluations(
            JdbcClient sql,
            CaseDesk desk,
            FieldCipher cipher,
            AuditLog audit,
            Identifiers identifiers,
            RandomGenerator random,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.desk = desk;
        this.cipher = cipher;
        this.audit = audit;
        this.identifiers = identifiers;
        this.random = random;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Evaluation keep(CallingSystem caller, ActingStaff by, CaseId id, Order order) {
        caller.own(desk.open(id, caller.staff(by)));
        Instant now = clock.instant();
        Evaluation evaluation = new Evaluation(
                number(),
                id.value(),
                order.stage(),
                order.way(),
                order.level(),
                indicators(order),
                order.given(),
                words(order.words()),
                order.ratedAt().filter(at -> !at.isAfter(now)).orElse(now));
        String contact = order.contact().map(String::strip).orElse("");
        if (contact.length() > 64) {
            throw new Problem(422, "systems.number");
        }
        transaction.executeWithoutResult(_ -> {
            if (!add(caller, by, evaluation, contact, now)) {
                throw new Problem(409, "systems.evaluated-before");
            }
            audit.append(
                    id.value(),
                    "systems.evaluate",
                    caller.reader().actor(),
                    Map.of(
                            "system",
                            caller.system().name(),
                            "number",
                            evaluation.number(),
                            "stage",
                            order.stage().name()));
        });
        return evaluation;
    }

    /** Each indicator belongs to one level: who is not satisfied does not say so with praise. */
    private static List<String> indicators(Order order) {
        String stars = Integer.toString(order.level().stars());
        List<String> chosen = order.indicators().stream().distinct().sorted().toList();
        boolean fine = chosen.stream().allMatch(code -> INDICATORS.contains(code) && code.startsWith(stars));
        if (!fine) {
            throw new Problem(422, "systems.indicators");
        }
        if (!order.given() && !(chosen.isEmpty() && order.words().isBlank())) {
            throw new Problem(422, "systems.not-given");
        }
        return chosen;
    }

    private static String words(String said) {
        String clean = said.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n]]", "").strip();
        if (clean.codePointCount(0, clean.length()) > LONGEST_WORDS) {
            throw new Problem(422, "cases.words-too-long", LONGEST_WORDS);
        }
        return clean;
    }

    private boolean add(CallingSystem caller, ActingStaff by, Evaluation evaluation, String contact, Instant now) {
        UUID id = identifiers.next();
        return sql.sql("""
                        insert into systems.evaluation (id, number, system, case_id, stage, contact, way, level,
                            indicators, given, words, rated_at, at, acted)
                        values (:id, :number, :system, :case, :stage, :contact, :way, :level,
                            :indicators, :given, :words, :ratedAt, :at, :acted)
                        on conflict (case_id, stage, contact, given) do nothing
                        """)
                        .param("id", id)
                        .param("number", evaluation.number())
                        .param("system", caller.system().id())
                        .param("case", evaluation.caseId())
                        .param("stage", evaluation.stage().name())
                        .param("contact", contact)
                        .param("way", evaluation.way().name())
                        .param("level", evaluation.level().name())
                        .param("indicators", evaluation.indicators().toArray(String[]::new))
                        .param("given", evaluation.given())
                        .param("words", cipher.seal(evaluation.words(), context(id)))
                        .param("ratedAt", at(evaluation.ratedAt()))
                        .param("at", at(now))
                        .param("acted", by.toString())
                        .update()
                == 1;
    }

    @Override
    public Map<UUID, List<Evaluation>> of(Collection<UUID> cases) {
        return cases.isEmpty()
                ? Map.of()
                : sql
                        .sql("select * from systems.evaluation where case_id in (:cases) order by rated_at, id")
                        .param("cases", cases)
                        .query((row, _) -> evaluation(row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Evaluation::caseId));
    }

    private Evaluation evaluation(ResultSet row) throws SQLException {
        return new Evaluation(
                row.getString("number"),
                row.getObject("case_id", UUID.class),
                Evaluation.Stage.valueOf(row.getString("stage")),
                Evaluation.Way.valueOf(row.getString("way")),
                Evaluation.Level.valueOf(row.getString("level")),
                List.of((String[]) row.getArray("indicators").getArray()),
                row.getBoolean("given"),
                cipher.openText(row.getBytes("words"), context(row.getObject("id", UUID.class))),
                SystemStore.instant(row, "rated_at").orElseThrow());
    }

    private String number() {
        StringBuilder drawn = new StringBuilder("PJ-");
        for (int i = 0; i < NUMBER_LENGTH; i++) {
            drawn.append(SPEAKABLE.charAt(random.nextInt(SPEAKABLE.length())));
        }
        return drawn.toString();
    }

    private static String context(UUID id) {
        return "systems.evaluation.words:" + id;
    }
}

package org.zhengtong.services.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.TryAgain;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Progress;
import org.zhengtong.services.cases.ProgressAnswer;
import org.zhengtong.services.cases.PublicProgress;
import org.zhengtong.services.cases.ReceiptNumber;

/** A wrong receipt number and wrong digits take the same way: find the case, compare the digits, say no. */
@Service
class AskedProgress implements PublicProgress {
    private static final Party NOBODY = new Party.Person(new PersonId(new UUID(0, 0)));

    private final JdbcClient sql;
    private final CaseStore store;
    private final Identity identity;
    private final ProgressLimits limits;
    private final Clock clock;

    AskedProgress(JdbcClient sql, CaseStore store, Identity identity, ProgressLimits limits, Clock clock) {
        this.sql = sql;
        this.store = store;
        this.identity = identity;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public ProgressAnswer ask(ReceiptNumber receipt, LastFour digits, String address) {
        Optional<Instant> question = limits.question(address);
        if (question.isPresent()) {
            return new ProgressAnswer.TooManyQuestions(new TryAgain(question.get()));
        }
        Optional<Instant> mistake = limits.mistake(receipt);
        if (mistake.isPresent()) {
            return new ProgressAnswer.TooManyMistakes(new TryAgain(mistake.get()));
        }
        Optional<Held> held = find(receipt);
        boolean right = identity.endsWith(held.map(Held::applicant).orElse(NOBODY), digits);
        if (held.isEmpty() || !right) {
            return new ProgressAnswer.Unknown();
        }
        limits.wasRight(receipt);
        return store.find(held.get().id(), LocalDate.now(clock))
                .<ProgressAnswer>map(file -> new ProgressAnswer.Found(Progress.of(file)))
                .orElseGet(ProgressAnswer.Unknown::new);
    }

    private record Held(CaseId id, Party applicant) {}

    private Optional<Held> find(ReceiptNumber receipt) {
        return sql.sql("""
                        select id, applicant_kind, applicant from cases.case_file where receipt_number = :receipt
                        """)
                .param("receipt", receipt.value())
                .query((row, _) -> new Held(new CaseId(row.getObject("id", UUID.class)), CaseRows.applicant(row)))
                .optional();
    }
}

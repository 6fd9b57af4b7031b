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
import org.zhengtong.services.cases.JointProgress;
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
    private final StoredJointCases joint;
    private final Identity identity;
    private final ProgressLimits limits;
    private final Clock clock;

    AskedProgress(
            JdbcClient sql,
            CaseStore store,
            StoredJointCases joint,
            Identity identity,
            ProgressLimits limits,
            Clock clock) {
        this.sql = sql;
        this.store = store;
        this.joint = joint;
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
        return answer(held.get());
    }

    private ProgressAnswer answer(Held held) {
        Optional<ProgressAnswer> found = held.whole()
                ? joint.find(held.id()).map(file -> new ProgressAnswer.FoundWhole(JointProgress.of(file)))
                : store.find(new CaseId(held.id()), LocalDate.now(clock))
                        .map(file -> new ProgressAnswer.Found(Progress.of(file)));
        return found.orElseGet(ProgressAnswer.Unknown::new);
    }

    /** @param whole whether it is one thing of several cases */
    private record Held(UUID id, Party applicant, boolean whole) {}

    private Optional<Held> find(ReceiptNumber receipt) {
        return sql
                .sql("""
                        select id, applicant_kind, applicant, false as whole
                          from cases.case_file where receipt_number = :receipt
                        union all
                        select id, applicant_kind, applicant, true
                          from cases.joint_case where receipt_number = :receipt
                        """)
                .param("receipt", receipt.value())
                .query((row, _) ->
                        new Held(row.getObject("id", UUID.class), CaseRows.applicant(row), row.getBoolean("whole")))
                .list()
                .stream()
                .findFirst();
    }
}

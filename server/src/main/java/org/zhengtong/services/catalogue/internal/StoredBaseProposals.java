package org.zhengtong.services.catalogue.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.BaseProposals;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.Stewardship;
import tools.jackson.databind.json.JsonMapper;

@Service
class StoredBaseProposals implements BaseProposals {
    private static final int LONGEST_REASON = 500;
    private final JdbcClient database;
    private final JsonMapper json;
    private final BaseCatalogue base;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StoredBaseProposals(
            JdbcClient database,
            JsonMapper json,
            BaseCatalogue base,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.database = database;
        this.json = json;
        this.base = base;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Optional<Proposal> waiting(String code) {
        return read(code, "");
    }

    /** @param lock so that of two who decide at once the second sees nothing left */
    private Optional<Proposal> read(String code, String lock) {
        return database.sql("""
                        select document::text, proposed_by, proposer, reason, proposed_at
                        from catalogue.base_proposal
                        where code = :code
                        """ + lock)
                .param("code", code)
                .query((row, _) -> new Proposal(
                        json.readValue(row.getString(1), BaseItem.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()))
                .optional();
    }

    @Override
    public void propose(StaffMember by, BaseItem item, String reason) {
        permit(by, item.code());
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Problem(422, "base-reason-missing");
        }
        transaction.executeWithoutResult(_ -> {
            database.sql("""
                            insert into catalogue.base_proposal
                                (code, document, proposed_by, proposer, reason, proposed_at)
                            values (:code, :document::jsonb, :by, :name, :reason, :at)
                            on conflict (code) do update
                                set document = excluded.document, proposed_by = excluded.proposed_by,
                                    proposer = excluded.proposer, reason = excluded.reason,
                                    proposed_at = excluded.proposed_at
                            """)
                    .param("code", item.code())
                    .param("document", json.writeValueAsString(item))
                    .param("by", by.actor())
                    .param("name", by.name())
                    .param("reason", why)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            note(by, item.code(), "catalogue.propose-base");
        });
    }

    @Override
    public BaseItem release(StaffMember by, String code) {
        permit(by, code);
        return Objects.requireNonNull(transaction.execute(_ -> {
            Proposal waiting = read(code, "for update").orElseThrow(() -> new Problem(409, "base-nothing-waits"));
            if (waiting.by().equals(by.actor())) {
                throw new Problem(409, "base-own-proposal");
            }
            remove(code);
            return base.publish(waiting.item(), new Publication(waiting.by(), by.actor(), waiting.reason()));
        }));
    }

    @Override
    public void withdraw(StaffMember by, String code) {
        permit(by, code);
        transaction.executeWithoutResult(_ -> {
            if (remove(code) == 0) {
                throw new Problem(409, "base-nothing-waits");
            }
            note(by, code, "catalogue.withdraw-base");
        });
    }

    private int remove(String code) {
        return database.sql("delete from catalogue.base_proposal where code = :code")
                .param("code", code)
                .update();
    }

    private void note(StaffMember by, String code, String action) {
        audit.append(
                UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.US_ASCII)),
                action,
                by.actor(),
                Map.of("code", code));
    }

    private void permit(StaffMember by, String code) {
        BaseItem item = base.find(code).orElseThrow(() -> Problem.notFound("unknown-base-item"));
        if (!Stewardship.edits(by, item)) {
            throw new Problem(403, by.has(Role.CATALOGUE) ? "base-not-yours" : "catalogue-not-yours");
        }
    }
}

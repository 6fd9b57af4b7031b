package org.zhengtong.services.cases.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Mark;
import org.zhengtong.services.cases.Marking;
import tools.jackson.databind.json.JsonMapper;

/** Marks that wait for the notice they go out with, sealed. */
@Component
class WaitingMarks implements Marking {
    private static final int MOST = 40;

    private final JdbcClient sql;
    private final CaseStore store;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WaitingMarks(
            JdbcClient sql,
            CaseStore store,
            FieldCipher cipher,
            JsonMapper json,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.store = store;
        this.cipher = cipher;
        this.json = json;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Waiting> of(CaseId id, StaffMember staff) {
        open(id, staff);
        return waiting(id);
    }

    private List<Waiting> waiting(CaseId id) {
        return sql.sql("select id, material, sealed from cases.mark where case_id = :case order by made_at, id")
                .param("case", id.value())
                .query((row, _) -> {
                    UUID mark = row.getObject("id", UUID.class);
                    return new Waiting(
                            mark,
                            row.getString("material"),
                            json.readValue(cipher.openText(row.getBytes("sealed"), context(mark)), Mark.class));
                })
                .list();
    }

    @Override
    public void add(CaseId id, StaffMember staff, String material, Mark mark) {
        CaseFile file = open(id, staff);
        requireHandedIn(file, material, mark);
        Mark worded = new Mark(
                mark.file(),
                mark.page(),
                mark.left(),
                mark.top(),
                mark.width(),
                mark.height(),
                SaidWords.checked(mark.words()));
        if (!worded.isOnPage()) {
            throw new Problem(422, "cases.mark-not-on-page");
        }
        if (worded.words().isBlank()) {
            throw new Problem(422, "cases.mark-without-words");
        }
        if (waiting(id).size() >= MOST) {
            throw new Problem(422, "cases.too-many-marks", MOST);
        }
        UUID one = identifiers.next();
        transaction.executeWithoutResult(_ -> sql.sql("""
                        insert into cases.mark (id, case_id, material, sealed, made_at)
                        values (:id, :case, :material, :sealed, :at)
                        """)
                .param("id", one)
                .param("case", id.value())
                .param("material", material)
                .param("sealed", cipher.seal(json.writeValueAsString(worded), context(one)))
                .param("at", Timestamp.from(clock.instant()))
                .update());
    }

    @Override
    public void remove(CaseId id, StaffMember staff, UUID mark) {
        open(id, staff);
        transaction.executeWithoutResult(_ -> sql.sql("delete from cases.mark where id = :id and case_id = :case")
                .param("id", mark)
                .param("case", id.value())
                .update());
    }

    /**
     * In the transaction of a notice: its findings get their marks, and no mark waits any more.
     *
     * @throws Problem 422 when something is marked that the notice does not name
     */
    CaseCommand sentWith(CaseFile file, CaseCommand command) {
        return switch (command) {
            case CaseCommand.RequestCorrection(List<Finding> findings) ->
                new CaseCommand.RequestCorrection(marked(file, findings));
            case CaseCommand.ReturnAtPrecheck(List<Finding> findings) ->
                new CaseCommand.ReturnAtPrecheck(marked(file, findings));
            default -> command;
        };
    }

    private List<Finding> marked(CaseFile file, List<Finding> findings) {
        List<Waiting> waiting = waiting(file.id());
        if (waiting.stream()
                .anyMatch(mark -> findings.stream().noneMatch(finding -> isAbout(finding, mark.material())))) {
            throw new Problem(422, "cases.marked-and-not-named");
        }
        sql.sql("delete from cases.mark where case_id = :case")
                .param("case", file.id().value())
                .update();
        return findings.stream()
                .map(finding -> finding.with(waiting.stream()
                        .filter(mark -> isAbout(finding, mark.material()))
                        .map(Waiting::mark)
                        .toList()))
                .toList();
    }

    private static boolean isAbout(Finding finding, String material) {
        return finding.kind() == Finding.Kind.MATERIAL && finding.id().equals(material);
    }

    private static void requireHandedIn(CaseFile file, String material, Mark mark) {
        boolean there = file.materials().stream()
                .anyMatch(one -> one.material().equals(material)
                        && one instanceof HandedIn.Uploaded uploaded
                        && uploaded.file().equals(mark.file()));
        if (!there) {
            throw Problem.notFound("cases.unknown");
        }
    }

    private CaseFile open(CaseId id, StaffMember staff) {
        if (!staff.has(Role.ACCEPTANCE)) {
            throw new Problem(403, "cases.not-your-role");
        }
        return store.find(id, LocalDate.ofInstant(clock.instant(), Page.ZONE))
                .filter(file -> file.bodyUscc().equals(staff.body().uscc().value())
                        && staff.has(Role.ACCEPTANCE, file.item().value()))
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
    }

    private static String context(UUID mark) {
        return "cases.mark.sealed:" + mark;
    }
}

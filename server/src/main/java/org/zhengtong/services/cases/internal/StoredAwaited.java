package org.zhengtong.services.cases.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.services.cases.AwaitedSupplement;
import org.zhengtong.services.cases.AwaitedSupplements;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Deferral;
import org.zhengtong.services.catalogue.ItemCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Found in one statement by the index that holds a party's cases. */
@Service
class StoredAwaited implements AwaitedSupplements {
    private static final TypeReference<List<Deferral>> DEFERRED = new TypeReference<>() {};
    private static final int MOST = 50;

    private final JdbcClient sql;
    private final Identity identity;
    private final JsonMapper json;

    StoredAwaited(JdbcClient sql, Identity identity, JsonMapper json) {
        this.sql = sql;
        this.identity = identity;
        this.json = json;
    }

    @Override
    public List<AwaitedSupplement> of(PersonId reader) {
        Reach reach = identity.reachOf(reader);
        return sql.sql("""
                        select id, receipt_number, item, item_version, item_name, body_name, state, due, deferred
                        from cases.case_file
                        where applicant in (:parties) and %s and %s
                            and (state in ('PRECHECK_RETURNED', 'CORRECTION_REQUESTED') or deferral_until is not null)
                        order by due nulls last, filed_at, id limit :most
                        """.formatted(CaseRows.WITHIN_REACH, CaseRows.OPEN))
                .param("parties", reach.parties())
                .param("whole", reach.whole())
                .param("parts", reach.parts())
                .param("most", MOST)
                .query(this::awaited)
                .list();
    }

    private AwaitedSupplement awaited(ResultSet row, int number) throws SQLException {
        List<Deferral> deferred = json.readValue(row.getString("deferred"), DEFERRED);
        return new AwaitedSupplement(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("receipt_number"),
                new ItemCode(row.getString("item")),
                row.getInt("item_version"),
                row.getString("item_name"),
                row.getString("body_name"),
                CaseState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                deferred.stream()
                        .filter(Deferral::isAwaited)
                        .sorted(Comparator.comparing(Deferral::until))
                        .toList());
    }
}

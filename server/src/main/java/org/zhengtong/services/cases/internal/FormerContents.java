package org.zhengtong.services.cases.internal;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;

/** Contents that were replaced. They are moved as they are sealed, without being opened. */
@Component
class FormerContents {
    private final JdbcClient sql;

    FormerContents(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the transaction that replaces the content, before it does. */
    void keep(CaseFile file) {
        sql.sql("""
                        insert into cases.former_content (case_id, until, content)
                        select id, :until, content from cases.case_file where id = :id
                        """)
                .param("until", file.steps().size() + 1)
                .param("id", file.id().value())
                .update();
    }

    /** The contents by the step that replaced them. */
    List<Map.Entry<Integer, byte[]>> of(CaseId id) {
        return sql.sql("select until, content from cases.former_content where case_id = :id order by until")
                .param("id", id.value())
                .query((row, _) -> Map.entry(row.getInt("until"), row.getBytes("content")))
                .list();
    }
}

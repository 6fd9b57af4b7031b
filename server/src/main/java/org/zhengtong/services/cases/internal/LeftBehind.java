package org.zhengtong.services.cases.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Estate;
import org.zhengtong.people.organisation.Estates;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;

/** Cases and items a body would leave to its successor. */
@Component
class LeftBehind implements Estates {
    private final JdbcClient sql;
    private final Catalogue catalogue;

    LeftBehind(JdbcClient sql, Catalogue catalogue) {
        this.sql = sql;
        this.catalogue = catalogue;
    }

    @Override
    public Estate of(Uscc body) {
        List<String> items = catalogue.items().stream()
                .filter(item -> item.bodyUscc().equals(body.value()) && item.state() == ItemState.IN_USE)
                .map(ServiceItem::name)
                .toList();
        return sql.sql("""
                        select count(*) filter (where state not in ('GRANTED', 'REFUSED')) as running,
                               count(*) filter (where state in ('GRANTED', 'REFUSED')) as undelivered
                          from cases.case_file
                         where body = :body and %s
                        """.formatted(BodyChanges.GOES_OVER))
                .param("body", body.value())
                .query((row, _) -> new Estate(row.getLong("running"), row.getLong("undelivered"), items))
                .single();
    }
}

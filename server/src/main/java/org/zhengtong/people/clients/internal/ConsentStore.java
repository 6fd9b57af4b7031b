package org.zhengtong.people.clients.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.clients.Authorizations.Consent;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.identity.PersonId;

@Component
class ConsentStore {
    private final JdbcClient sql;

    ConsentStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Consent> find(PersonId person, UUID client) {
        return sql.sql("select scopes, since from clients.consent where person = :person and client = :client")
                .param("person", person.value())
                .param("client", client)
                .query((row, _) -> new Consent(ClientStore.scopes(row), ClientStore.moment(row, "since")))
                .optional();
    }

    void add(PersonId person, UUID client, Set<ClaimScope> scopes, Instant now) {
        sql.sql("""
                        insert into clients.consent (client, person, scopes, since, used)
                        values (:client, :person, :scopes, :now, :now)
                        on conflict (person, client) do update
                        set scopes = array(select distinct unnest(consent.scopes || excluded.scopes) order by 1)
                        """)
                .param("client", client)
                .param("person", person.value())
                .param("scopes", ClientStore.words(scopes))
                .param("now", ClientStore.at(now))
                .update();
    }

    void used(PersonId person, UUID client, Instant now) {
        sql.sql("update clients.consent set used = :now where person = :person and client = :client")
                .param("now", ClientStore.at(now))
                .param("person", person.value())
                .param("client", client)
                .update();
    }

    record Given(Client client, Set<ClaimScope> scopes, Instant since, Instant used) {}

    /** The one last used first. */
    List<Given> of(PersonId person) {
        return sql.sql("""
                        select client.*, consent.scopes as given, consent.since, consent.used
                          from clients.consent join clients.client on client.id = consent.client
                         where consent.person = :person
                         order by consent.used desc, client.id
                        """)
                .param("person", person.value())
                .query((row, _) -> new Given(
                        ClientStore.client(row),
                        ClaimScope.named((String[]) row.getArray("given").getArray()),
                        ClientStore.moment(row, "since"),
                        ClientStore.moment(row, "used")))
                .list();
    }

    boolean remove(PersonId person, UUID client) {
        return sql.sql("delete from clients.consent where person = :person and client = :client")
                        .param("person", person.value())
                        .param("client", client)
                        .update()
                == 1;
    }

    void removeAll(PersonId person) {
        sql.sql("delete from clients.consent where person = :person")
                .param("person", person.value())
                .update();
    }
}

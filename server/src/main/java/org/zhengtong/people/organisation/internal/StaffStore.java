package org.zhengtong.people.organisation.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Role;

@Component
class StaffStore {
    private static final String STAFF = """
            select s.person, s.body, s.post, string_agg(r.role, ',' order by r.role) as roles
            from organisation.staff s left join organisation.staff_role r using (person)
            """;
    private final JdbcClient database;
    private final DeskMemory memory;

    StaffStore(JdbcClient database, DeskMemory memory) {
        this.database = database;
        this.memory = memory;
    }

    Optional<Appointment> of(PersonId person) {
        return database.sql(STAFF + "where s.person = :person group by s.person")
                .param("person", person.value())
                .query(StaffStore::appointment)
                .optional();
    }

    /** With the roles of colleagues who are away on that day and have named this person. */
    Optional<Appointment> onDuty(PersonId person, LocalDate today) {
        return database.sql("""
                        select s.person, s.body, s.post, string_agg(distinct r.role, ',' order by r.role) as roles
                        from organisation.staff s
                        left join organisation.staff_role r
                            on r.person = s.person
                            or (r.role in ('ACCEPTANCE', 'REVIEW', 'DECISION') and r.person in (
                                select a.person from organisation.absence a
                                join organisation.staff away on away.person = a.person
                                where a.deputy = s.person and away.body = s.body
                                    and :today between a.from_day and a.until_day))
                        where s.person = :person
                        group by s.person
                        """)
                .param("person", person.value())
                .param("today", today)
                .query(StaffStore::appointment)
                .optional();
    }

    /** @param deputy who acts for them */
    record Away(PersonId deputy, LocalDate from, LocalDate until) {}

    Optional<Away> away(PersonId person) {
        return database.sql("select deputy, from_day, until_day from organisation.absence where person = :person")
                .param("person", person.value())
                .query((row, _) -> new Away(
                        new PersonId(row.getObject("deputy", UUID.class)),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .optional();
    }

    void putAway(PersonId person, Away away) {
        memory.forget();
        database.sql("""
                        insert into organisation.absence (person, deputy, from_day, until_day)
                        values (:person, :deputy, :from, :until)
                        on conflict (person) do update set
                            deputy = excluded.deputy, from_day = excluded.from_day, until_day = excluded.until_day
                        """)
                .param("person", person.value())
                .param("deputy", away.deputy().value())
                .param("from", away.from())
                .param("until", away.until())
                .update();
    }

    boolean isBack(PersonId person) {
        memory.forget();
        return database.sql("delete from organisation.absence where person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    List<Appointment> of(Uscc body) {
        return database.sql(STAFF + "where s.body = :body group by s.person order by s.post, s.person")
                .param("body", body.value())
                .query(StaffStore::appointment)
                .list();
    }

    void put(PersonId person, Uscc body, String post, Set<Role> roles) {
        memory.forget();
        database.sql("""
                        insert into organisation.staff (person, body, post) values (:person, :body, :post)
                        on conflict (person) do update set body = excluded.body, post = excluded.post
                        """)
                .param("person", person.value())
                .param("body", body.value())
                .param("post", post)
                .update();
        database.sql("delete from organisation.staff_role where person = :person")
                .param("person", person.value())
                .update();
        for (Role role : roles) {
            database.sql("insert into organisation.staff_role (person, role) values (:person, :role)")
                    .param("person", person.value())
                    .param("role", role.name())
                    .update();
        }
    }

    boolean remove(PersonId person) {
        memory.forget();
        return database.sql("delete from organisation.staff where person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private static Appointment appointment(java.sql.ResultSet row, int at) throws java.sql.SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String names = row.getString("roles");
        if (names != null) {
            for (String name : names.split(",")) {
                roles.add(Role.valueOf(name));
            }
        }
        return new Appointment(
                new PersonId(row.getObject("person", UUID.class)),
                new Uscc(row.getString("body")),
                row.getString("post"),
                roles);
    }

    record Appointment(PersonId person, Uscc body, String post, Set<Role> roles) {}
}

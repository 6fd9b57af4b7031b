package org.zhengtong.people.organisation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Role;

/** Appointments with their integrity codes. One that was bent outside the program is as good as none, and is logged. */
@Component
class StaffStore {
    private static final Logger LOG = LoggerFactory.getLogger(StaffStore.class);
    private static final String STAFF = """
            select s.person, s.body, s.post, s.integrity, string_agg(r.role, ',' order by r.role) as roles,
                   (select string_agg(i.item, ',') from organisation.staff_item i where i.person = s.person) as items
            from organisation.staff s left join organisation.staff_role r using (person)
            """;
    private final JdbcClient database;
    private final Permissions permissions;
    private final DeskMemory memory;

    StaffStore(JdbcClient database, Permissions permissions, DeskMemory memory) {
        this.database = database;
        this.permissions = permissions;
        this.memory = memory;
    }

    record Appointment(PersonId person, Uscc body, String post, Set<Role> roles, ItemScope items) {
        Map<Role, ItemScope> duties() {
            return roles.stream()
                    .collect(Collectors.toMap(role -> role, role -> role.isByItem() ? items : ItemScope.ALL));
        }
    }

    /** An appointment, and what colleagues who are away have handed on. */
    record OnDuty(Appointment own, Map<Role, ItemScope> duties) {}

    /** @param whole whether it is as the program wrote it */
    private record Found(Appointment appointment, boolean whole) {}

    Optional<Appointment> of(PersonId person) {
        return database.sql(STAFF + "where s.person = :person group by s.person")
                .param("person", person.value())
                .query(this::found)
                .optional()
                .filter(this::isWhole)
                .map(Found::appointment);
    }

    /** With the roles of colleagues who are away on that day and have named this person. */
    Optional<OnDuty> onDuty(PersonId person, LocalDate today) {
        List<Found> found = database.sql("""
                        select s.person, s.body, s.post, s.integrity, string_agg(r.role, ',' order by r.role) as roles,
                               (select string_agg(i.item, ',') from organisation.staff_item i
                                 where i.person = s.person) as items,
                               null::uuid as deputy, null::date as from_day, null::date as until_day,
                               null::bytea as absence
                        from organisation.staff s left join organisation.staff_role r using (person)
                        where s.person = :person
                        group by s.person
                        union all
                        select s.person, s.body, s.post, s.integrity, string_agg(r.role, ',' order by r.role),
                               (select string_agg(i.item, ',') from organisation.staff_item i
                                 where i.person = s.person),
                               a.deputy, a.from_day, a.until_day, a.integrity
                        from organisation.absence a
                        join organisation.staff s using (person)
                        left join organisation.staff_role r using (person)
                        where a.deputy = :person and :today between a.from_day and a.until_day
                        group by s.person, a.person
                        """)
                .param("person", person.value())
                .param("today", today)
                .query(this::onDuty)
                .list();
        return found.stream()
                .filter(one -> one.appointment().person().equals(person))
                .filter(this::isWhole)
                .findFirst()
                .map(own -> withDeputised(own.appointment(), found));
    }

    private OnDuty withDeputised(Appointment own, List<Found> found) {
        Map<Role, ItemScope> duties = new EnumMap<>(Role.class);
        duties.putAll(own.duties());
        found.stream()
                .filter(other -> !other.appointment().person().equals(own.person()))
                .filter(other -> other.appointment().body().equals(own.body()))
                .filter(this::isWhole)
                .flatMap(other -> other.appointment().duties().entrySet().stream())
                .filter(duty -> duty.getKey().isByItem())
                .forEach(duty -> duties.merge(duty.getKey(), duty.getValue(), ItemScope::with));
        return new OnDuty(own, duties);
    }

    /** @param deputy who acts for them */
    record Away(PersonId deputy, LocalDate from, LocalDate until) {}

    Optional<Away> away(PersonId person) {
        return database.sql("select deputy, from_day, until_day from organisation.absence where person = :person")
                .param("person", person.value())
                .query((row, _) -> away(row))
                .optional();
    }

    void putAway(PersonId person, Away away) {
        memory.forget();
        database.sql("""
                        insert into organisation.absence (person, deputy, from_day, until_day, integrity)
                        values (:person, :deputy, :from, :until, :integrity)
                        on conflict (person) do update set deputy = excluded.deputy, from_day = excluded.from_day,
                            until_day = excluded.until_day, integrity = excluded.integrity
                        """)
                .param("person", person.value())
                .param("deputy", away.deputy().value())
                .param("from", away.from())
                .param("until", away.until())
                .param("integrity", permissions.code(person, away.deputy(), away.from(), away.until()))
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
        return database
                .sql(STAFF + "where s.body = :body group by s.person order by s.post, s.person")
                .param("body", body.value())
                .query(this::found)
                .list()
                .stream()
                .filter(this::isWhole)
                .map(Found::appointment)
                .toList();
    }

    void put(Appointment appointment) {
        PersonId person = appointment.person();
        memory.forget();
        database.sql("""
                        insert into organisation.staff (person, body, post, integrity)
                        values (:person, :body, :post, :integrity)
                        on conflict (person) do update set
                            body = excluded.body, post = excluded.post, integrity = excluded.integrity
                        """)
                .param("person", person.value())
                .param("body", appointment.body().value())
                .param("post", appointment.post())
                .param("integrity", code(appointment))
                .update();
        database.sql("delete from organisation.staff_role where person = :person")
                .param("person", person.value())
                .update();
        for (Role role : appointment.roles()) {
            database.sql("insert into organisation.staff_role (person, role) values (:person, :role)")
                    .param("person", person.value())
                    .param("role", role.name())
                    .update();
        }
        database.sql("delete from organisation.staff_item where person = :person")
                .param("person", person.value())
                .update();
        database.sql("insert into organisation.staff_item (person, item) select :person, unnest(:items::text[])")
                .param("person", person.value())
                .param("items", appointment.items().items().toArray(String[]::new))
                .update();
    }

    boolean remove(PersonId person) {
        memory.forget();
        return database.sql("delete from organisation.staff where person = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** Whose appointment is not as the program wrote it. */
    List<PersonId> bent() {
        return database.sql(STAFF + "group by s.person order by s.person").query(this::found).list().stream()
                .filter(found -> !found.whole())
                .map(found -> found.appointment().person())
                .toList();
    }

    /** Gives every row the code it has not got, for rows from before there were any. */
    void sealAll() {
        for (Found found :
                database.sql(STAFF + "group by s.person").query(this::found).list()) {
            put(found.appointment());
        }
        for (UUID id : database.sql("select person from organisation.absence")
                .query(UUID.class)
                .list()) {
            PersonId person = new PersonId(id);
            putAway(person, away(person).orElseThrow());
        }
    }

    private boolean isWhole(Found found) {
        if (!found.whole()) {
            LOG.error(
                    "The permissions of {} are not as the program wrote them and do not count",
                    found.appointment().person().value());
        }
        return found.whole();
    }

    private Found found(ResultSet row, int at) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        String names = row.getString("roles");
        if (names != null) {
            for (String name : names.split(",")) {
                roles.add(Role.valueOf(name));
            }
        }
        String items = row.getString("items");
        Appointment one = new Appointment(
                new PersonId(row.getObject("person", UUID.class)),
                new Uscc(row.getString("body")),
                row.getString("post"),
                roles,
                items == null ? ItemScope.ALL : ItemScope.chosen(Set.of(items.split(","))));
        return new Found(one, Permissions.fits(row.getBytes("integrity"), code(one)));
    }

    private byte[] code(Appointment one) {
        return permissions.code(one.person(), one.body().value(), one.post(), one.roles(), one.items());
    }

    /** Oneself, or a colleague with their absence. */
    private Found onDuty(ResultSet row, int at) throws SQLException {
        Found found = found(row, at);
        if (row.getObject("deputy") == null) {
            return found;
        }
        Away away = away(row);
        byte[] code = permissions.code(found.appointment().person(), away.deputy(), away.from(), away.until());
        return new Found(found.appointment(), found.whole() && Permissions.fits(row.getBytes("absence"), code));
    }

    private static Away away(ResultSet row) throws SQLException {
        return new Away(
                new PersonId(row.getObject("deputy", UUID.class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class));
    }
}

package org.zhengtong.people.organisation.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;

@Component
class BodyStore {
    private final JdbcClient database;

    BodyStore(JdbcClient database) {
        this.database = database;
    }

    List<Body> all() {
        return database.sql("""
                        select uscc, name, division, address, opening_hours, consultation_phone, complaint_phone
                        from organisation.body order by uscc
                        """)
                .query((row, at) -> new Body(
                        new Uscc(row.getString("uscc")),
                        row.getString("name"),
                        row.getString("division"),
                        row.getString("address"),
                        row.getString("opening_hours"),
                        row.getString("consultation_phone"),
                        row.getString("complaint_phone")))
                .list();
    }

    void put(Body body) {
        database.sql("""
                        insert into organisation.body
                            (uscc, name, division, address, opening_hours, consultation_phone, complaint_phone)
                        values (:uscc, :name, :division, :address, :openingHours, :consultation, :complaint)
                        on conflict (uscc) do update set name = excluded.name, division = excluded.division,
                            address = excluded.address, opening_hours = excluded.opening_hours,
                            consultation_phone = excluded.consultation_phone,
                            complaint_phone = excluded.complaint_phone
                        """)
                .param("uscc", body.uscc().value())
                .param("name", body.name())
                .param("division", body.division())
                .param("address", body.address())
                .param("openingHours", body.openingHours())
                .param("consultation", body.consultationPhone())
                .param("complaint", body.complaintPhone())
                .update();
    }
}

package org.zhengtong.people.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.Uscc;

@Component
class FirmStore {
    private static final String PHONE = "identity.firm.phone:";
    private static final String COLUMNS =
            "select id, uscc, name, legal_representative, address, phone_sealed, synthetic from identity.firm ";

    private final JdbcClient database;
    private final FieldCipher cipher;

    FirmStore(JdbcClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    void add(UUID id, NewFirm firm, Instant now) {
        database.sql("""
                        insert into identity.firm
                            (id, uscc, name, legal_representative, address, phone_sealed, synthetic, created)
                        values (:id, :uscc, :name, :legalRepresentative, :address, :phone, :synthetic, :now)
                        """)
                .param("id", id)
                .param("uscc", firm.uscc().value())
                .param("name", firm.name())
                .param("legalRepresentative", firm.legalRepresentative())
                .param("address", firm.address().orElse(null))
                .param(
                        "phone",
                        firm.phone()
                                .map(plain -> cipher.seal(plain, PHONE + id))
                                .orElse(null))
                .param("synthetic", firm.synthetic())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<FirmProfile> profile(FirmId id) {
        return database.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    Optional<FirmProfile> withUscc(Uscc uscc) {
        return database.sql(COLUMNS + "where uscc = :uscc")
                .param("uscc", uscc.value())
                .query(this::row)
                .optional();
    }

    List<FirmProfile> of(Collection<FirmId> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql(COLUMNS + "where id in (:ids) order by created, id")
                        .param("ids", ids.stream().map(FirmId::value).toList())
                        .query(this::row)
                        .list();
    }

    Optional<String> name(FirmId id) {
        return database.sql("select name from identity.firm where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    boolean exists(FirmId id) {
        return name(id).isPresent();
    }

    /** As the register says it now. */
    void setRegistered(FirmId id, String name, String legalRepresentative) {
        database.sql("update identity.firm set name = :name, legal_representative = :representative where id = :id")
                .param("name", name)
                .param("representative", legalRepresentative)
                .param("id", id.value())
                .update();
    }

    private FirmProfile row(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new FirmProfile(
                new FirmId(id),
                new Uscc(row.getString("uscc")),
                row.getString("name"),
                row.getString("legal_representative"),
                Optional.ofNullable(row.getString("address")),
                Optional.ofNullable(row.getBytes("phone_sealed")).map(bytes -> cipher.openText(bytes, PHONE + id)),
                row.getBoolean("synthetic"));
    }
}

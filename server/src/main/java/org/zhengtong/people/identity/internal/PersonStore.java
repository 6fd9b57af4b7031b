package org.zhengtong.people.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.NewPerson;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.RealName;

/** Persons, sealed on the way in and opened on the way out. */
@Component
class PersonStore {
    static final String NUMBER = "identity.person.number";
    static final String PHONE = "identity.person.phone";
    static final String ADDRESS = "identity.person.address";

    private final JdbcClient database;
    private final FieldCipher cipher;
    private final BlindIndex index;

    PersonStore(JdbcClient database, FieldCipher cipher, BlindIndex index) {
        this.database = database;
        this.cipher = cipher;
        this.index = index;
    }

    void add(UUID id, NewPerson person, Optional<String> passwordHash, Instant now) {
        database.sql("""
                        insert into identity.person
                            (id, name, number_sealed, number_index, phone_sealed, phone_index, address_sealed,
                             sign_in_name, password, synthetic, created)
                        values (:id, :name, :number, :numberIndex, :phone, :phoneIndex, :address,
                                :signInName, :password, :synthetic, :now)
                        """)
                .param("id", id)
                .param("name", person.name())
                .param("number", seal(person.number().value(), NUMBER, id))
                .param("numberIndex", index.of(person.number().value(), NUMBER))
                .param("phone", seal(person.phone(), PHONE, id))
                .param("phoneIndex", index.of(person.phone(), PHONE))
                .param("address", sealed(person.address(), id))
                .param("signInName", person.signInName().orElse(null))
                .param("password", passwordHash.orElse(null))
                .param("synthetic", person.synthetic())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<PersonProfile> profile(PersonId id) {
        return database.sql("""
                        select id, name, number_sealed, phone_sealed, address_sealed, synthetic
                        from identity.person where id = :id
                        """).param("id", id.value()).query(this::opened).optional();
    }

    Optional<String> name(PersonId id) {
        return database.sql("select name from identity.person where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    Optional<IdentityNumber> number(PersonId id) {
        return database.sql("select number_sealed from identity.person where id = :id")
                .param("id", id.value())
                .query((row, at) -> row.getBytes(1))
                .optional()
                .map(bytes -> new IdentityNumber(open(bytes, NUMBER, id.value())));
    }

    Optional<PersonId> withNumber(IdentityNumber number) {
        return database.sql("select id from identity.person where number_index = :index")
                .param("index", index.of(number.value(), NUMBER))
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    List<PersonId> withPhone(MobileNumber phone) {
        return database
                .sql("select id from identity.person where phone_index = :index order by created limit 5")
                .param("index", index.of(phone.value(), PHONE))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    void setRealName(PersonId id, RealName level) {
        database.sql("update identity.person set real_name = :level where id = :id")
                .param("level", level.name())
                .param("id", id.value())
                .update();
    }

    Optional<RealName> realName(PersonId id) {
        return database.sql("select real_name from identity.person where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(RealName::valueOf);
    }

    /**
     * Somebody registered at a window chooses the password they sign in with.
     *
     * @return false when there is a password already
     */
    boolean claim(PersonId id, String hash) {
        return database.sql("""
                        update identity.person set password = :hash, real_name = 'CONFIRMED'
                        where id = :id and password is null and sign_in_name is null
                        """).param("hash", hash).param("id", id.value()).update() == 1;
    }

    /** What a person signs in with: whoever has the account, and the hash of their password. */
    Optional<Account> account(AccountName name) {
        return switch (name) {
            case AccountName.Phone(String phone) ->
                account("phone_index = :value and password is not null", index.of(phone, PHONE));
            case AccountName.OfCitizen(IdentityNumber number) ->
                account("number_index = :value", index.of(number.value(), NUMBER));
            case AccountName.Chosen(String chosen) -> account("sign_in_name = :value", chosen);
        };
    }

    private Optional<Account> account(String condition, Object value) {
        return database.sql("select id, name, password from identity.person where " + condition)
                .param("value", value)
                .query((row, at) -> new Account(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("password"))))
                .optional();
    }

    Optional<String> passwordHash(PersonId id) {
        return database.sql("select password from identity.person where id = :id and password is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    void setPassword(PersonId id, String hash) {
        database.sql("update identity.person set password = :hash where id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    void setContact(PersonId id, String phone, Optional<String> address) {
        database.sql("""
                        update identity.person
                        set phone_sealed = :phone, phone_index = :phoneIndex, address_sealed = :address
                        where id = :id
                        """)
                .param("phone", seal(phone, PHONE, id.value()))
                .param("phoneIndex", index.of(phone, PHONE))
                .param("address", sealed(address, id.value()))
                .param("id", id.value())
                .update();
    }

    private PersonProfile opened(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        IdentityNumber number = new IdentityNumber(open(row.getBytes("number_sealed"), NUMBER, id));
        return new PersonProfile(
                new PersonId(id),
                row.getString("name"),
                number.masked(),
                number.birthDate(),
                number.gender(),
                number.division(),
                open(row.getBytes("phone_sealed"), PHONE, id),
                Optional.ofNullable(row.getBytes("address_sealed")).map(bytes -> open(bytes, ADDRESS, id)),
                row.getBoolean("synthetic"));
    }

    private byte @Nullable [] sealed(Optional<String> address, UUID id) {
        return address.map(plain -> seal(plain, ADDRESS, id)).orElse(null);
    }

    private byte[] seal(String plain, String field, UUID id) {
        return cipher.seal(plain, field + ":" + id);
    }

    private String open(byte[] sealed, String field, UUID id) {
        return cipher.openText(sealed, field + ":" + id);
    }

    record Account(PersonId person, String name, Optional<String> passwordHash) {}
}

package org.zhengtong.services.licences.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.licences.LicenceReading;

@Component
class LicenceStore {
    private final JdbcClient database;

    LicenceStore(JdbcClient database) {
        this.database = database;
    }

    void add(LicenceRow row) {
        database.sql("""
                        insert into licences.licence_version
                            (licence, version, identifier, type, holder_kind, holder, issuer, issued_on, valid_until,
                             state, granted_by, record, signature)
                        values (:licence, :version, :identifier, :type, :holderKind, :holder, :issuer, :issuedOn,
                                :validUntil, :state, :grantedBy, :record, :signature)
                        """)
                .param("licence", row.licence())
                .param("version", row.version())
                .param("identifier", row.identifier())
                .param("type", row.type())
                .param("holderKind", row.holderKind())
                .param("holder", row.holder())
                .param("issuer", row.issuer())
                .param("issuedOn", row.issuedOn())
                .param("validUntil", row.validUntil().orElse(null))
                .param("state", row.state())
                .param("grantedBy", row.grantedBy())
                .param("record", row.content().record())
                .param("signature", row.content().signature())
                .update();
    }

    /** Counts within the running transaction, so that no number is left out. */
    int nextSerial(String typeCode, int year) {
        return database.sql("""
                        insert into licences.serial (type_code, year, last)
                        values (:typeCode, :year, 1)
                        on conflict (type_code, year) do update set last = licences.serial.last + 1
                        returning last
                        """)
                .param("typeCode", typeCode)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    Optional<LicenceRow> newest(UUID licence) {
        return database.sql("""
                        select * from licences.licence_version
                        where licence = :licence
                        order by version desc
                        limit 1
                        """)
                .param("licence", licence)
                .query(LicenceRow::read)
                .optional();
    }

    /** No other version is made until the transaction ends. */
    void lock(UUID licence) {
        database.sql("""
                        select version from licences.licence_version
                        where licence = :licence and version = 1
                        for update
                        """).param("licence", licence).query(Integer.class).optional();
    }

    /** All versions, newest first. */
    List<LicenceRow> versions(UUID licence) {
        return database.sql("""
                        select * from licences.licence_version
                        where licence = :licence
                        order by version desc
                        """)
                .param("licence", licence)
                .query(LicenceRow::read)
                .list();
    }

    /**
     * The newest versions of what these bodies issued, what came last first.
     *
     * @param type empty for all
     * @param state empty for all
     * @param before only licences that came before the one with this id
     */
    List<LicenceRow> newestIssuedBy(
            Collection<String> issuers, String type, String state, Optional<UUID> before, LocalDate today, int most) {
        return database.sql("""
                        select newest.* from licences.licence_version first
                        cross join lateral (
                            select * from licences.licence_version later
                            where later.licence = first.licence
                            order by version desc
                            limit 1
                        ) newest
                        where first.issuer in (:issuers)
                            and first.version = 1
                            and (:type = '' or first.type = :type)
                            and (:state = '' or :state = case
                                when newest.state = 'VALID' and newest.valid_until < :today then 'EXPIRED'
                                else newest.state end)
                            and (cast(:before as uuid) is null or first.licence < cast(:before as uuid))
                        order by first.licence desc
                        limit :most
                        """)
                .param("issuers", issuers)
                .param("type", type)
                .param("state", state)
                .param("before", before.orElse(null), Types.OTHER)
                .param("today", today)
                .param("most", most)
                .query(LicenceRow::read)
                .list();
    }

    Optional<LicenceRow> newestGrantedBy(UUID caseId) {
        return database.sql("""
                        select newest.* from licences.licence_version first
                        join licences.licence_version newest using (licence)
                        where first.granted_by = :caseId and first.version = 1
                        order by newest.version desc
                        limit 1
                        """).param("caseId", caseId).query(LicenceRow::read).optional();
    }

    Map<UUID, Set<UUID>> issuedBy(Collection<UUID> cases) {
        Map<UUID, Set<UUID>> issued = new HashMap<>();
        database.sql(
                        "select granted_by, licence from licences.licence_version where granted_by in (:cases) and version = 1")
                .param("cases", cases)
                .query(row -> {
                    issued.computeIfAbsent(row.getObject("granted_by", UUID.class), _ -> new HashSet<>())
                            .add(row.getObject("licence", UUID.class));
                });
        return issued;
    }

    List<LicenceRow> newestHeldBy(String kind, UUID holder) {
        return database.sql("""
                        select * from (
                            select distinct on (licence) * from licences.licence_version
                            where holder = :holder
                            order by licence, version desc
                        ) newest
                        where holder_kind = :kind
                        order by issued_on desc, licence desc
                        """)
                .param("holder", holder)
                .param("kind", kind)
                .query(LicenceRow::read)
                .list();
    }

    /** All versions of the licence one of whose versions has the identifier, newest first. */
    List<LicenceRow> versions(String identifier) {
        return database.sql("""
                        select * from licences.licence_version
                        where licence = (
                            select licence from licences.licence_version where identifier = :identifier
                        )
                        order by version desc
                        """)
                .param("identifier", identifier)
                .query(LicenceRow::read)
                .list();
    }

    void addReading(UUID id, UUID licence, LicenceReading reading) {
        database.sql("""
                        insert into licences.reading (id, licence, at, actor, purpose)
                        values (:id, :licence, :at, :actor, :purpose)
                        """)
                .param("id", id)
                .param("licence", licence)
                .param("at", Timestamp.from(reading.at()))
                .param("actor", reading.actor())
                .param("purpose", reading.purpose())
                .update();
    }

    List<LicenceReading> readings(UUID licence) {
        return database.sql("""
                        select at, actor, purpose from licences.reading
                        where licence = :licence
                        order by at desc, id desc
                        limit 200
                        """)
                .param("licence", licence)
                .query((row, index) -> new LicenceReading(
                        row.getTimestamp("at").toInstant(), row.getString("actor"), row.getString("purpose")))
                .list();
    }
}

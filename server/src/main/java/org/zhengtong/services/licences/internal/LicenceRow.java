package org.zhengtong.services.licences.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A version as it is stored: sealed, and not yet believed. */
record LicenceRow(
        UUID licence,
        int version,
        String identifier,
        String type,
        String holderKind,
        UUID holder,
        String issuer,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        String state,
        UUID grantedBy,
        SealedContent content) {

    static LicenceRow of(SealedRecord sealed, SealedContent content) {
        return new LicenceRow(
                sealed.licence(),
                sealed.version(),
                sealed.identifier(),
                sealed.type(),
                sealed.holderKind(),
                sealed.holder(),
                sealed.issuerUscc(),
                sealed.issuedOn(),
                sealed.validUntil(),
                sealed.state().name(),
                sealed.grantedBy(),
                content);
    }

    static LicenceRow read(ResultSet row, int index) throws SQLException {
        return new LicenceRow(
                row.getObject("licence", UUID.class),
                row.getInt("version"),
                row.getString("identifier"),
                row.getString("type"),
                row.getString("holder_kind"),
                row.getObject("holder", UUID.class),
                row.getString("issuer"),
                row.getObject("issued_on", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                row.getString("state"),
                row.getObject("granted_by", UUID.class),
                new SealedContent(row.getBytes("record"), row.getBytes("signature")));
    }

    /** Whether the columns say the same as the record; a column somebody changed makes the whole row unbelievable. */
    boolean agreesWith(SealedRecord sealed) {
        return sealed.licence().equals(licence)
                && sealed.version() == version
                && sealed.identifier().equals(identifier)
                && sealed.type().equals(type)
                && sealed.holderKind().equals(holderKind)
                && sealed.holder().equals(holder)
                && sealed.issuerUscc().equals(issuer)
                && sealed.issuedOn().equals(issuedOn)
                && sealed.validUntil().equals(validUntil)
                && sealed.state().name().equals(state)
                && sealed.grantedBy().equals(grantedBy);
    }
}

package org.zhengtong.services.licences.internal;

import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.Seals;
import org.zhengtong.ground.crypto.Sm3;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Seals records with the issuer's seal, encrypts them for the shelf, and believes only what still fits its seal. */
@Component
class Sealing {
    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    /** Its own mapper: what was sealed once must be written the same way for ever, whatever the program's own becomes. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Seals seals;
    private final FieldCipher cipher;

    Sealing(Seals seals, FieldCipher cipher) {
        this.seals = seals;
        this.cipher = cipher;
    }

    LicenceRow seal(SealedRecord record) {
        byte[] canonical = CANONICAL.writeValueAsBytes(record);
        byte[] signature = seals.seal(record.issuerUscc(), canonical);
        return LicenceRow.of(record, new SealedContent(cipher.seal(canonical, place(record.identifier())), signature));
    }

    /** @param digest SM3 of the canonical record, in hexadecimal digits */
    record Opened(SealedRecord record, String digest) {}

    /** @return empty when the row is not what the issuer sealed */
    Optional<SealedRecord> open(LicenceRow row) {
        return opened(row).map(Opened::record);
    }

    Optional<Opened> opened(LicenceRow row) {
        Optional<Opened> opened = read(row);
        if (opened.isEmpty()) {
            log.error("The record of licence {} version {} does not fit its seal", row.licence(), row.version());
        }
        return opened;
    }

    private Optional<Opened> read(LicenceRow row) {
        try {
            byte[] canonical = cipher.open(row.content().record(), place(row.identifier()));
            if (!seals.verify(row.issuer(), canonical, row.content().signature())) {
                return Optional.empty();
            }
            return Optional.of(CANONICAL.readValue(canonical, SealedRecord.class))
                    .filter(row::agreesWith)
                    .map(record -> new Opened(record, HexFormat.of().formatHex(Sm3.digest(canonical))));
        } catch (IllegalStateException | IllegalArgumentException | JacksonException changed) {
            return Optional.empty();
        }
    }

    private static String place(String identifier) {
        return "licences.licence_version.record:" + identifier;
    }
}

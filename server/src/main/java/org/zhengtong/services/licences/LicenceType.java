package org.zhengtong.services.licences;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * A type of licence, as the type table tells it.
 *
 * @param code 21 characters: the USCC of the body that defines the type, and three digits
 * @param subject whom it is about: what a firm's licence states is public, what a person's states is not
 * @param validity how long it is good for; empty when it has no last day
 * @param layout what it states, in the order of print
 * @param face after which template it is drawn
 */
public record LicenceType(
        String title,
        String code,
        Subject subject,
        Optional<Period> validity,
        NumberRule numbering,
        List<PrintedAttribute> layout,
        Face face) {

    public LicenceType {
        layout = List.copyOf(layout);
    }

    public enum Subject {
        PERSON,
        FIRM
    }

    /** The templates of faces: how the page, the PDF and the OFD of a licence are drawn. */
    public enum Face {
        /** 证书: a frame in red and gold, the title large. */
        CERTIFICATE,
        /** 证卡: a coloured head, as on cards people carry. */
        CARD,
        /** 文书: red head and rule, as documents of bodies have. */
        LETTER
    }

    /** @param open whether anyone who verifies the licence of a natural person may see it */
    public record PrintedAttribute(String name, boolean open) {}

    /** How the printed number is made. */
    public sealed interface NumberRule {
        /** The holder's unified social credit code. */
        record CreditCode() implements NumberRule {}

        /** Letters, digits for kind and division, serial and a check digit (MOD 11,10): {@code JY} and {@code SC}. */
        record Registration(String letters) implements NumberRule {}

        /** A number given elsewhere and stated by the licence; as a document where it is not stated. */
        record Given(String attribute, String mark) implements NumberRule {}

        /** {@code 云溪<mark>字〔year〕serial}. */
        record Document(String mark) implements NumberRule {}
    }

    /** Its last day, when it is issued on {@code day}. */
    public Optional<LocalDate> validUntil(LocalDate day) {
        return validity.map(period -> day.plus(period).minusDays(1));
    }
}

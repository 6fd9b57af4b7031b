package org.zhengtong.services.licences.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhengtong.services.licences.PrintedLine;
import org.zhengtong.services.licences.Verification;
import org.zhengtong.services.licences.Verification.Outcome;

/**
 * @param typed what stands in the field
 * @param error key of the sentence over the field; empty when there is none
 */
public record VerifyView(String typed, Optional<String> error, Optional<Verification> verification) {

    static VerifyView blank() {
        return new VerifyView("", Optional.empty(), Optional.empty());
    }

    static VerifyView missing() {
        return new VerifyView("", Optional.of("licences.verify.missing"), Optional.empty());
    }

    static VerifyView of(String typed, Verification verification) {
        boolean unreadable =
                verification.outcome() == Outcome.NO_IDENTIFIER || verification.outcome() == Outcome.MISTYPED;
        return unreadable
                ? new VerifyView(typed, Optional.of(key(verification.outcome())), Optional.of(verification))
                : new VerifyView(typed, Optional.empty(), Optional.of(verification));
    }

    public String title() {
        return error.isPresent() ? "licences.verify.error-title" : "licences.verify.title";
    }

    /** What was found, when it was an identifier at all. */
    public Optional<Verification> result() {
        return error.isPresent() ? Optional.empty() : verification;
    }

    public String tone(Verification found) {
        return switch (found.outcome()) {
            case VALID -> "ok";
            case DETAINED, EXPIRED, TRANSFERRED, REPLACED -> "warn";
            case REVOKED, CANCELLED, WITHDRAWN, UNKNOWN, MISTYPED, NO_IDENTIFIER, SEAL_BROKEN, CODE_FORGED -> "bad";
        };
    }

    public String sentence(Verification found) {
        return key(found.outcome());
    }

    public List<PrintedLine> lines(Verification.Shown shown) {
        return PrintedLine.of(shown.attributes()).stream()
                .filter(line -> !line.value().equals(shown.holderName()))
                .toList();
    }

    private static String key(Outcome outcome) {
        return "licences.verify." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.zhengtong.services.instruments.web;

import java.util.Optional;
import org.zhengtong.services.instruments.Verified;

/**
 * @param error key of the sentence why what was typed is no code
 * @param asked whether a code was looked up
 */
public record VerifyDocumentView(String typed, Optional<String> error, boolean asked, Optional<Verified> found) {
    static VerifyDocumentView blank() {
        return new VerifyDocumentView("", Optional.empty(), false, Optional.empty());
    }

    static VerifyDocumentView wrong(String typed, String error) {
        return new VerifyDocumentView(typed, Optional.of(error), false, Optional.empty());
    }

    static VerifyDocumentView of(String typed, Optional<Verified> found) {
        return new VerifyDocumentView(typed, Optional.empty(), true, found);
    }

    /** Key of what the page says first. */
    public String title() {
        return !asked
                ? "instruments.verify.title"
                : found.isPresent() ? "instruments.verify.genuine" : "instruments.verify.unknown";
    }
}

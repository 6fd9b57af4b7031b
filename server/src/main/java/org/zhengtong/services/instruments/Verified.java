package org.zhengtong.services.instruments;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document as it is shown to whoever verifies it: nothing of what it says, and nothing of whom it is about.
 *
 * @param pdfSm3 digest of the print in hexadecimal, once it is made
 * @param sealPrint SM3 of the certificate of the body's seal, in hexadecimal
 */
public record Verified(
        String title,
        String number,
        String bodyName,
        LocalDate date,
        String code,
        Optional<String> pdfSm3,
        Optional<String> ofdSm3,
        Optional<String> sealPrint) {}

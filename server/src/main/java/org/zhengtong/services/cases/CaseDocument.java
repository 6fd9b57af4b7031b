package org.zhengtong.services.cases;

import java.util.List;
import java.util.Optional;

/**
 * A document of a case.
 *
 * @param step the step that made it
 * @param number 文号 of what the body decides; what only follows from the case is numbered by its receipt number
 */
public record CaseDocument(DocumentKind kind, CaseStep step, String number) {
    private static final String PROMISE = "-promise";

    /** In the order they were made. */
    public static List<CaseDocument> of(CaseFile file) {
        return file.steps().stream()
                .flatMap(step -> DocumentKind.of(step).stream().map(kind -> of(kind, step, file)))
                .toList();
    }

    /** @param name as {@link #name} has it */
    public static Optional<CaseDocument> find(CaseFile file, String name) {
        return of(file).stream()
                .filter(document -> document.name().equals(name))
                .findFirst();
    }

    /** What it is called in addresses, within its case. */
    public String name() {
        return step.number() + (kind == DocumentKind.DEFERRAL_PROMISE ? PROMISE : "");
    }

    private static CaseDocument of(DocumentKind kind, CaseStep step, CaseFile file) {
        String number = switch (kind) {
            case RECEIPT -> file.receiptNumber();
            case DEFERRAL_PROMISE -> file.receiptNumber() + "-C" + step.number();
            case DELIVERY_RECEIPT -> file.receiptNumber() + "-S" + step.number();
            default -> step.document().orElseGet(() -> file.receiptNumber() + "-" + step.number());
        };
        return new CaseDocument(kind, step, number);
    }
}

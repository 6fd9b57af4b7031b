package org.zhengtong.services.filing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.filing.Finding;

/** Says to a calling program what is not right, field by field. */
@Component
class Sentences {
    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /** Each finding under its JSON pointer into the body. */
    Problem invalid(List<Finding> findings, Locale locale) {
        Map<String, String> fields = new LinkedHashMap<>();
        findings.forEach(finding -> fields.putIfAbsent(finding.pointer(), of(finding, locale)));
        return new Problem(422, "filing.invalid", fields);
    }

    String of(Finding finding, Locale locale) {
        return messages.getMessage(finding.key(), finding.values().toArray(), locale);
    }

    ItemCode code(String text) {
        try {
            return new ItemCode(text);
        } catch (IllegalArgumentException notACode) {
            throw Problem.notFound("filing.unknown-item");
        }
    }
}

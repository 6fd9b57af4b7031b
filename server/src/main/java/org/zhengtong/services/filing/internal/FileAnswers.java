package org.zhengtong.services.filing.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.filing.Finding;

/** The answers that are files: they go into the case as what was handed in, under the key of their question. */
final class FileAnswers {
    private FileAnswers() {}

    /** key → file; what is no id of a file is left to the check of the form. */
    static Map<String, UUID> of(Form form, Map<String, String> answers) {
        Map<String, UUID> files = new LinkedHashMap<>();
        answers.forEach((key, answer) -> {
            if (isAnswer(form, key)) {
                id(answer).ifPresent(file -> files.put(key, file));
            }
        });
        return files;
    }

    static boolean isAnswer(Form form, String key) {
        return Questionnaire.question(form, key)
                .map(Asked::field)
                .filter(field -> field.kind() == Form.Kind.FILE)
                .isPresent();
    }

    static List<HandedIn> handedIn(Map<String, UUID> answered) {
        return answered.entrySet().stream()
                .<HandedIn>map(answer -> new HandedIn.Uploaded(answer.getKey(), answer.getValue()))
                .toList();
    }

    static List<Finding> strangers(Map<String, UUID> answered, Collection<UUID> own) {
        return answered.entrySet().stream()
                .filter(answer -> !own.contains(answer.getValue()))
                .map(answer -> new Finding(
                        Finding.Part.ANSWERS, answer.getKey(), "filing.check.file", List.of(answer.getKey())))
                .toList();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}

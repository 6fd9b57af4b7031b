package org.zhengtong.services.cases.internal;

import java.util.Arrays;
import java.util.Optional;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.ServiceItem;

/** Finds answers by what the question was called, because licences and registers name things as people do. */
record Answers(CaseFile file, ServiceItem item) {

    /** The answer to the first question labelled so; an exact label goes before one that only contains the word. */
    Optional<String> labelled(String... words) {
        return Arrays.stream(words)
                .map(word -> find(word, true).or(() -> find(word, false)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<String> ofKind(Form.Kind kind) {
        return item.form().fields().stream()
                .filter(field -> field.kind() == kind)
                .map(this::answer)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A place: only what was asked for as one, because 经营场所 may also ask for its kind. */
    Optional<String> address(String... words) {
        return Arrays.stream(words)
                .flatMap(word -> item.form().fields().stream()
                        .filter(field -> field.kind() == Form.Kind.ADDRESS
                                && field.label().contains(word)))
                .map(this::answer)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> find(String word, boolean exact) {
        return item.form().fields().stream()
                .filter(field ->
                        exact ? field.label().equals(word) : field.label().contains(word))
                .map(this::answer)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> answer(Form.Field field) {
        return Optional.ofNullable(file.answers().get(field.id())).filter(answer -> !answer.isBlank());
    }
}

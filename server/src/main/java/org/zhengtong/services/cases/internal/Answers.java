package org.zhengtong.services.cases.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.PlacedAddress;
import org.zhengtong.services.catalogue.ServiceItem;

/** Finds answers by what the question was called, because licences and registers name things as people do. */
record Answers(CaseFile file, ServiceItem item, Regions regions) {

    private static final Set<Form.Kind> PLACES = Set.of(Form.Kind.ADDRESS, Form.Kind.DIVISION_ADDRESS);

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
                        .filter(field ->
                                PLACES.contains(field.kind()) && field.label().contains(word)))
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
        return Optional.ofNullable(file.answers().get(field.id()))
                .filter(answer -> !answer.isBlank())
                .map(answer -> field.kind() == Form.Kind.DIVISION_ADDRESS ? text(answer) : answer);
    }

    private String text(String answer) {
        return PlacedAddress.parse(answer).map(place -> place.text(regions)).orElse(answer);
    }
}

package org.zhengtong.services.filing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.catalogue.Asked;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Questionnaire;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.Corrections.Open;

/**
 * The questions of a correction: the form as it was filed, and room for further entries where the notice names a repeated
 * page as a whole.
 *
 * @param form what came back with the page; empty when it is shown first
 * @param kept what was filled in before and not handed in yet
 */
record CorrectionSheet(Open open, MultiValueMap<String, String> form, Map<String, String> kept) {
    private static final int MOST_DIGITS = 3;

    /** The repeated pages the notice names as a whole. */
    List<Form.Section> groups() {
        return open.item().form().sections().stream()
                .filter(section -> section.repeat().isPresent() && named().contains(section.id()))
                .toList();
    }

    /** What the notice names among the answers. */
    Set<String> named() {
        return open.file().toCorrect().stream()
                .filter(point -> point.kind() == Finding.Kind.FIELD)
                .map(Finding::id)
                .collect(Collectors.toSet());
    }

    boolean isInGroup(Asked asked) {
        return groups().contains(asked.section());
    }

    /** Whether another entry is wanted, and nothing is to be handed in yet. */
    boolean wantsMore() {
        return form.containsKey("add");
    }

    /** How many entries stand on the page: those filed and one to fill in, or as many as came back. */
    int entries(Form.Section group) {
        int most = group.repeat().orElseThrow().most();
        int filed = filled().entries(group);
        String typed = form.getOrDefault("entries-" + group.id(), List.of("")).getFirst();
        boolean cameBack = typed.matches("[0-9]{1," + MOST_DIGITS + "}");
        boolean one = (!cameBack && kept.isEmpty()) || group.id().equals(form.getFirst("add"));
        return Math.clamp((cameBack ? Integer.parseInt(typed) : filed) + (one ? 1L : 0), 1, most);
    }

    private Questionnaire filled() {
        return new Questionnaire(
                open.item().form(),
                new Answers(open.file().answers()).with(kept).values());
    }

    /** Every question there may be an answer to on this page. */
    List<Asked> questions() {
        Questionnaire filed = filled();
        List<Form.Section> groups = groups();
        return open.item().form().sections().stream()
                .flatMap(section -> IntStream.rangeClosed(
                                section.repeat().isPresent() ? 1 : 0,
                                groups.contains(section) ? entries(section) : filed.entries(section))
                        .boxed()
                        .flatMap(entry -> fields(section, entry)))
                .toList();
    }

    private static Stream<Asked> fields(Form.Section section, int entry) {
        return section.fields().stream().map(field -> new Asked(section, entry, field));
    }

    /**
     * What was typed, with everything of a group so that an entry left blank is gone.
     *
     * @param uploaded key → id of the file that came with the page
     */
    Map<String, String> answers(Map<String, String> uploaded) {
        PostedPage posted = new PostedPage(
                form,
                uploaded,
                Stream.concat(open.file().answers().values().stream(), kept.values().stream())
                        .toList());
        Map<String, String> answers = new LinkedHashMap<>();
        questions().stream()
                .filter(asked -> !isInGroup(asked))
                .forEach(asked -> posted.value(asked).ifPresent(answer -> answers.put(asked.key(), answer)));
        groups().stream()
                .filter(group -> form.containsKey("entries-" + group.id()))
                .forEach(group -> answers.putAll(
                        posted.repeated(group, entries(group), open.file().answers())));
        return answers;
    }
}

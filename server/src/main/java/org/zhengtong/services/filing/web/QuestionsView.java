package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Optional;

/**
 * One page of questions.
 *
 * @param elsewhere whether this page was saved in another window in between
 * @param more whether an answer has opened further questions
 * @param repeated when the page is answered once for each of several
 */
public record QuestionsView(
        String action,
        String back,
        String item,
        String title,
        int version,
        String from,
        boolean elsewhere,
        boolean more,
        List<Entry> entries,
        Optional<Repeated> repeated,
        List<Wrong> wrong) {

    /** The questions of one entry; of the only one when the page is not repeated. */
    public record Entry(int number, String heading, List<FieldView> fields) {}

    /** @param id the anchor of the count, for the error summary */
    public record Repeated(String id, String each, int least, int most, Optional<Wrong> wrong) {}

    public boolean hasFiles() {
        return entries.stream().flatMap(entry -> entry.fields().stream()).anyMatch(FieldView::isFile);
    }

    public boolean mayAdd() {
        return repeated.filter(group -> entries.size() < group.most()).isPresent();
    }
}

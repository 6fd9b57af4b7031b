package org.zhengtong.services.filing.web;

import java.util.List;

/**
 * One page of questions.
 *
 * @param elsewhere whether this page was saved in another window in between
 * @param more whether an answer has opened further questions
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
        List<FieldView> fields,
        List<Wrong> wrong) {}

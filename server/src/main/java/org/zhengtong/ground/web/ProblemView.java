package org.zhengtong.ground.web;

import java.util.List;

/**
 * A page about something that did not work.
 *
 * @param title what happened, in three words
 * @param sentence what to do
 * @param errors what is wrong with single fields; empty mostly
 * @param reference what to tell the hotline when the fault is ours; empty otherwise
 * @param back the page before, on this site
 * @param search whether looking for it may help
 */
public record ProblemView(
        int status,
        String title,
        String sentence,
        List<FieldError> errors,
        String reference,
        String back,
        boolean search) {}

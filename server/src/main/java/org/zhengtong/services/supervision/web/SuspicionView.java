package org.zhengtong.services.supervision.web;

import java.util.stream.Collectors;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.supervision.Suspected;
import org.zhengtong.services.supervision.Suspicions;

/**
 * @param words as typed, also when they were not taken
 * @param done the name of what has just been done, or empty
 */
public record SuspicionView(Suspicions.Opened opened, String words, FormState form, String done) {
    public String path() {
        return "/desk/supervision/suspicions/" + opened.suspicion().id();
    }

    /** The case, with the steps that show it marked. */
    public String address(Suspected.Evidence evidence) {
        return "/desk/supervision/cases/" + evidence.caseId().value() + "?steps="
                + evidence.steps().stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

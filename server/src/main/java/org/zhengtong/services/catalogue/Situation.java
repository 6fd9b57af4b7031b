package org.zhengtong.services.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question of the guide (情形引导) whose answer cuts the list of materials.
 *
 * @param id stable within the item
 */
public record Situation(String id, String question, List<Answer> answers) {
    /** @param without the ids of the materials this answer makes unnecessary */
    public record Answer(String id, String text, Set<String> without) {
        public Answer {
            without = Collections.unmodifiableSet(new TreeSet<>(without));
        }
    }
}

package org.zhengtong.services.editing.web;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.services.catalogue.BundleElement;

/** What an element said and says, line by line. */
public record BundleDifference(BundleElement element, List<String> before, List<String> after) {

    /** What stands no longer there. */
    public List<String> gone() {
        return without(before, after);
    }

    public List<String> come() {
        return without(after, before);
    }

    /** Whether the same lines stand there in another order. */
    public boolean onlyMoved() {
        return gone().isEmpty() && come().isEmpty();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        others.forEach(left::remove);
        return left;
    }
}

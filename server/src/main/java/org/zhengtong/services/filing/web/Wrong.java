package org.zhengtong.services.filing.web;

import java.util.List;
import org.zhengtong.services.filing.Finding;

/** A line of the error summary: where it leads and the sentence. */
public record Wrong(String anchor, String key, List<Object> values) {
    static Wrong of(Finding finding) {
        return new Wrong("#" + finding.id(), finding.key(), finding.values());
    }

    static List<Wrong> of(List<Finding> findings) {
        return findings.stream().map(Wrong::of).toList();
    }
}

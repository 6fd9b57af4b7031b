package org.zhengtong.services.filing.web;

import java.util.List;
import org.zhengtong.services.filing.Finding;

/** A line of the error summary: the id of the field it leads to and the sentence. */
public record Wrong(String field, String key, List<Object> values) {
    static Wrong of(Finding finding) {
        return new Wrong(finding.id(), finding.key(), finding.values());
    }

    static List<Wrong> of(List<Finding> findings) {
        return findings.stream().map(Wrong::of).toList();
    }
}

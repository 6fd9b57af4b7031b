package org.zhengtong.services.catalogue;

import java.util.List;

/** An entry that the publishing gate held back. */
public final class IncompleteEntry extends RuntimeException {
    private final transient List<EntryCheck.Finding> findings;

    public IncompleteEntry(String name, List<EntryCheck.Finding> findings) {
        super(name + " cannot be published: " + findings);
        this.findings = List.copyOf(findings);
    }

    public List<EntryCheck.Finding> findings() {
        return findings;
    }
}

package org.zhengtong.services.catalogue;

import java.util.List;

/** A bundle that the publishing gate held back. */
public final class IncompleteBundle extends RuntimeException {
    public IncompleteBundle(String name, List<BundleCheck.Finding> findings) {
        super(name + " cannot be published: " + findings);
    }
}

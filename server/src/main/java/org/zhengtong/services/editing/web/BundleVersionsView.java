package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.PublishedBundle;

/**
 * The versions of a bundle, and what changed from one to the other.
 *
 * @param newest as it is published now
 */
public record BundleVersionsView(
        Bundle newest,
        List<Row> versions,
        int from,
        int to,
        List<BundleDifference> differences,
        boolean edits,
        Optional<UUID> draft) {
    public record Row(PublishedBundle published, String editedBy, String reviewedBy) {}
}

package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.editing.BundleEditing;

/** All bundles as the stewards see them. */
public record BundleListView(List<BundleEditing.Line> drafts, List<Row> published) {
    /** @param edits whether the bundle belongs to the division of who looks */
    public record Row(Bundle bundle, String leadName, boolean edits, Optional<UUID> draft) {}
}

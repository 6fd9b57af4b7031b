package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.services.catalogue.PublishedVersion;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * The versions of an entry, the newest first.
 *
 * @param draft the draft that is open
 */
public record VersionsView(List<Line> versions, boolean editable, Optional<UUID> draft) {

    /** @param editedBy names; empty for what came with the program */
    public record Line(PublishedVersion version, String editedBy, String reviewedBy) {
        public ServiceItem item() {
            return version.item();
        }
    }

    public ServiceItem newest() {
        return versions.getFirst().item();
    }
}

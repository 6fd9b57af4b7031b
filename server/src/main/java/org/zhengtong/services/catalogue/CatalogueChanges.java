package org.zhengtong.services.catalogue;

import java.time.Instant;
import java.util.List;

/** What changed when, for those who keep a copy. */
public interface CatalogueChanges {
    /** Counts every change of the catalogue. */
    long revision();

    /** A place in the order of changes: time, then code. */
    record Place(Instant changedAt, String code) {}

    /** An item's last change, its state in it: those cancelled are listed too. */
    record Change(String code, int version, ItemState state, Instant changedAt) {}

    List<Change> after(Place place, int most);
}

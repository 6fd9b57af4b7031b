package org.zhengtong.services.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Whole cases for rooms that pass them on in bulk. Read in batches, never all at once; who may read them is decided where
 * they are passed on.
 */
public interface CaseRecords {
    /**
     * Cases of these bodies to which something happened on one of the days, each once, by the day it first happened.
     *
     * @param bodies USCC
     */
    void each(Set<String> bodies, LocalDate from, LocalDate until, Consumer<List<CaseFile>> batch);

    /** As they stand now; those that are not there are left out. */
    List<CaseFile> find(Collection<UUID> cases);
}

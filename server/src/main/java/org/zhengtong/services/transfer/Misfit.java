package org.zhengtong.services.transfer;

import java.util.List;

/**
 * What of an entry does not fit a table of the platform above; the entry is left out of its tables.
 *
 * @param part the material or handling item it is about; empty when it is the entry
 * @param why {@code too-long}, {@code missing} or {@code no-code}
 * @param words put into the sentence {@code transfer.misfit.<why>}
 */
public record Misfit(
        String code, String name, String part, String table, String column, String why, List<String> words) {}

package org.zhengtong.services.transfer.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.catalogue.PipeTable;
import org.zhengtong.services.transfer.Profile;

/**
 * The tables of a profile.
 *
 * @param tables name → columns
 * @param codes set → value → code
 */
record ExchangeTables(
        Profile profile, Map<String, List<ExchangeColumn>> tables, Map<String, Map<String, String>> codes) {
    private static final String FOLDER = "services/transfer/";
    private static final List<ExchangeTables> KNOWN = read("", "exchange");
    private static final List<ExchangeTables> OF_CASES = read("case-", "case");

    /**
     * @param length longest text in characters, most digits of a number; 0 is without limit
     * @param source path in the document of an entry, or a value made for the exchange, with {@code @}
     * @param codes the set of codes its values are translated by; empty when they stay as they are
     */
    record ExchangeColumn(
            String name, String chinese, String type, int length, boolean needed, String source, String codes) {}

    static List<ExchangeTables> all() {
        return KNOWN;
    }

    static Optional<ExchangeTables> of(String profile) {
        return KNOWN.stream()
                .filter(tables -> tables.profile.id().equals(profile))
                .findFirst();
    }

    /** The same for cases. */
    static List<ExchangeTables> ofCases() {
        return OF_CASES;
    }

    static Optional<ExchangeTables> ofCases(String profile) {
        return OF_CASES.stream()
                .filter(tables -> tables.profile.id().equals(profile))
                .findFirst();
    }

    private static List<ExchangeTables> read(String profiles, String tables) {
        PipeTable columns = PipeTable.read(FOLDER + tables + "-columns.psv");
        PipeTable codes = PipeTable.read(FOLDER + tables + "-codes.psv");
        return PipeTable.read(FOLDER + profiles + "profiles.psv").rows().stream()
                .map(row -> new Profile(row.get("id"), row.get("name"), row.get("note")))
                .map(profile -> new ExchangeTables(profile, tables(columns, profile), codes(codes, profile)))
                .toList();
    }

    private static Map<String, List<ExchangeColumn>> tables(PipeTable columns, Profile profile) {
        Map<String, List<ExchangeColumn>> tables = new LinkedHashMap<>();
        columns.rows().stream()
                .filter(row -> row.get("profile").equals(profile.id()))
                .forEach(row -> tables.computeIfAbsent(row.get("table"), _ -> new ArrayList<>())
                        .add(new ExchangeColumn(
                                row.get("column"),
                                row.get("name"),
                                row.get("type"),
                                row.number("length", 0),
                                row.yes("needed"),
                                row.get("source"),
                                row.get("codes"))));
        return tables;
    }

    private static Map<String, Map<String, String>> codes(PipeTable codes, Profile profile) {
        Map<String, Map<String, String>> sets = new LinkedHashMap<>();
        codes.rows().stream()
                .filter(row -> row.get("profile").equals(profile.id()))
                .forEach(row -> sets.computeIfAbsent(row.get("set"), _ -> new LinkedHashMap<>())
                        .put(row.get("value"), row.get("code")));
        return sets;
    }
}

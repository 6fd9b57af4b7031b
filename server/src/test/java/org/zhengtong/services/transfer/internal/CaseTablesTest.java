package org.zhengtong.services.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.SpecialProcedure;
import org.zhengtong.services.systems.Evaluation;
import org.zhengtong.services.transfer.Misfit;
import org.zhengtong.services.transfer.internal.ExchangeTables.ExchangeColumn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CaseTablesTest {
    private static final TabledRow.Subject SUBJECT = new TabledRow.Subject("办件一", "事项一");

    @Test
    void every_value_a_case_can_have_has_a_code_in_every_profile() {
        for (ExchangeTables tables : ExchangeTables.ofCases()) {
            assertThat(codes(tables, "event")).containsOnlyKeys(names(StepKind.values()));
            assertThat(codes(tables, "stage")).containsOnlyKeys(names(StepKind.values()));
            assertThat(codes(tables, "channel")).containsOnlyKeys(names(Channel.values()));
            for (String set : List.of("procedure", "procedureName", "procedureBasis")) {
                assertThat(codes(tables, set)).containsOnlyKeys(names(SpecialProcedure.Kind.values()));
            }
            assertThat(codes(tables, "satisfaction")).containsOnlyKeys(names(Evaluation.Level.values()));
            assertThat(codes(tables, "evaluationStage")).containsOnlyKeys(names(Evaluation.Stage.values()));
            assertThat(codes(tables, "evaluationWay")).containsOnlyKeys(names(Evaluation.Way.values()));
        }
    }

    @Test
    void satisfaction_is_the_other_way_round_from_profile_to_profile() {
        assertThat(codes(ExchangeTables.ofCases("national").orElseThrow(), "satisfaction"))
                .containsEntry("VERY_SATISFIED", "5")
                .containsEntry("VERY_DISSATISFIED", "1");
        assertThat(codes(ExchangeTables.ofCases("gbt39046").orElseThrow(), "satisfaction"))
                .containsEntry("VERY_SATISFIED", "1")
                .containsEntry("VERY_DISSATISFIED", "5");
    }

    /** Whatever stands in a document: a row fits its columns, or every column it does not fit is told. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20260302, 778899, -5})
    void a_row_fits_or_each_fault_is_told_with_its_column_and_nothing_is_cut(long seed) {
        Random random = new Random(seed);
        for (ExchangeTables tables : ExchangeTables.ofCases()) {
            tables.tables().forEach((table, columns) -> {
                for (int round = 0; round < 40; round++) {
                    ObjectNode source = anything(columns, tables, random);
                    Set<Misfit> misfits = new LinkedHashSet<>();

                    Map<String, String> row = TabledRow.of(SUBJECT, table, columns, source, tables, misfits);

                    for (ExchangeColumn column : columns) {
                        String value = row.getOrDefault(column.name(), "");
                        boolean fits = !(column.needed() && value.isBlank())
                                && (column.length() == 0 || value.codePointCount(0, value.length()) <= column.length())
                                && (column.codes().isEmpty()
                                        || value.isEmpty()
                                        || codes(tables, column.codes()).containsValue(value));
                        assertThat(misfits.stream()
                                        .anyMatch(misfit -> misfit.column().startsWith(column.name() + " ")))
                                .as(
                                        "seed %d %s %s.%s = %s",
                                        seed, tables.profile().id(), table, column.name(), value)
                                .isEqualTo(!fits || isStrange(column, source, tables));
                        if (column.codes().isEmpty()) {
                            assertThat(value).isEqualTo(given(column, source));
                        }
                    }
                }
            });
        }
    }

    @Test
    void a_fault_names_the_case_the_row_and_the_column() {
        ExchangeTables tables = ExchangeTables.ofCases("national").orElseThrow();
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        source.put("@part", "7");
        source.put("caseNumber", "9".repeat(51));
        Set<Misfit> misfits = new LinkedHashSet<>();

        TabledRow.of(
                SUBJECT,
                "UP_PRO_PROCESS",
                tables.tables().getOrDefault("UP_PRO_PROCESS", List.of()),
                source,
                tables,
                misfits);

        assertThat(misfits)
                .extracting(Misfit::code, Misfit::part, Misfit::table, Misfit::column, Misfit::why, Misfit::words)
                .contains(
                        tuple("办件一", "7", "UP_PRO_PROCESS", "project_no 办件编号", "too-long", List.of("50", "51")),
                        tuple("办件一", "7", "UP_PRO_PROCESS", "handle_explain 办理意见", "missing", List.of()));
    }

    /** A value without a code; also one that is there and empty. */
    private static boolean isStrange(ExchangeColumn column, ObjectNode source, ExchangeTables tables) {
        JsonNode given = at(column, source);
        return !column.codes().isEmpty()
                && !given.isMissingNode()
                && !codes(tables, column.codes()).containsKey(given.asString());
    }

    private static String given(ExchangeColumn column, ObjectNode source) {
        return at(column, source).asString("");
    }

    private static JsonNode at(ExchangeColumn column, ObjectNode source) {
        JsonNode at = source;
        for (String step : column.source().split("/")) {
            at = at.path(step);
        }
        return at;
    }

    private static ObjectNode anything(List<ExchangeColumn> columns, ExchangeTables tables, Random random) {
        ObjectNode source = JsonNodeFactory.instance.objectNode();
        for (ExchangeColumn column : columns) {
            String[] path = column.source().split("/");
            ObjectNode at = source;
            for (int i = 0; i < path.length - 1; i++) {
                at = at.has(path[i]) ? (ObjectNode) at.get(path[i]) : at.putObject(path[i]);
            }
            String last = path[path.length - 1];
            if (!at.has(last)) {
                value(column, tables, random).ifPresent(text -> put(column, source, text));
            }
        }
        return source;
    }

    private static void put(ExchangeColumn column, ObjectNode source, String text) {
        String[] path = column.source().split("/");
        ObjectNode at = source;
        for (int i = 0; i < path.length - 1; i++) {
            at = (ObjectNode) at.get(path[i]);
        }
        at.put(path[path.length - 1], text);
    }

    private static java.util.Optional<String> value(ExchangeColumn column, ExchangeTables tables, Random random) {
        int dice = random.nextInt(10);
        if (dice == 0) {
            return java.util.Optional.empty();
        }
        if (!column.codes().isEmpty() && dice > 1) {
            List<String> known = List.copyOf(codes(tables, column.codes()).keySet());
            return java.util.Optional.of(known.get(random.nextInt(known.size())));
        }
        int most = column.length() == 0 ? 50 : column.length();
        int length = dice == 2 ? most + 1 + random.nextInt(3) : random.nextInt(most + 1);
        return java.util.Optional.of(
                random.nextBoolean() ? "办".repeat(length) : new String(Character.toChars(0x20000)).repeat(length));
    }

    private static Map<String, String> codes(ExchangeTables tables, String set) {
        return tables.codes().getOrDefault(set, Map.of());
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}

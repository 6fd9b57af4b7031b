package org.zhengtong.services.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryList;
import org.zhengtong.services.catalogue.FurtherElements;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.transfer.Misfit;
import tools.jackson.databind.json.JsonMapper;

class ExchangeTablesTest {
    private final ExchangeTables national = ExchangeTables.of("national").orElseThrow();
    private final ExchangeTables standard = ExchangeTables.of("gbt39046").orElseThrow();

    @Test
    void every_entry_of_the_city_fits_the_live_tables() {
        for (ServiceItem item : new EntryList().entries(YunxiBodies.read())) {
            ExchangeRows rows = ExchangeRows.of(item, national, JsonMapper.shared());

            assertThat(rows.misfits()).as(item.name()).isEmpty();
            assertThat(rows.rows().get("UP_TASK_GENERAL_BASIC")).hasSize(1);
            assertThat(rows.rows().get("UP_TASK_GENERAL_MATERIAL")).hasSameSizeAs(item.materials());
        }
    }

    @Test
    void instant_and_promised_are_the_other_way_round_from_profile_to_profile() {
        ServiceItem item = YunxiBodies.item("公证办理");

        String live = ExchangeRows.of(item, national, JsonMapper.shared())
                .rows()
                .get("UP_TASK_GENERAL_BASIC")
                .getFirst()
                .get("project_type");

        assertThat(live).isEqualTo(item.instant() ? "1" : "2");
        assertThat(standard.codes().get("caseKind"))
                .containsEntry("true", national.codes().get("caseKind").get("false"))
                .containsEntry("false", national.codes().get("caseKind").get("true"));
    }

    @Test
    void what_does_not_fit_is_told_and_not_cut() {
        ExchangeRows rows = ExchangeRows.of(YunxiBodies.item("公证办理"), standard, JsonMapper.shared());

        assertThat(rows.rows()).isEmpty();
        assertThat(rows.misfits())
                .extracting(Misfit::why, Misfit::words)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("too-long", java.util.List.of("10", "12")),
                        org.assertj.core.groups.Tuple.tuple("too-long", java.util.List.of("24", "31")));
    }

    @Test
    void every_value_that_can_be_chosen_has_a_code_in_every_profile() {
        for (ExchangeTables tables : ExchangeTables.all()) {
            assertThat(tables.codes().get("bodyNature").keySet())
                    .containsExactlyInAnyOrderElementsOf(names(FurtherElements.BodyNature.values()));
            assertThat(tables.codes().get("onlineDepth").keySet())
                    .containsExactlyInAnyOrderElementsOf(names(FurtherElements.OnlineDepth.values()));
            assertThat(tables.codes().get("requirement").keySet())
                    .containsExactlyInAnyOrderElementsOf(names(Material.Requirement.values()));
            assertThat(tables.codes().get("powerSource").keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Choices.of("powerSource").words().keySet());
        }
    }

    @Test
    void every_element_has_a_place_in_the_workbook() {
        assertThat(Arrays.stream(Element.values())
                        .map(Element::path)
                        .filter(path -> Arrays.stream(Sheet.values())
                                .noneMatch(sheet -> sheet.id().equals(path)
                                        || sheet == Sheet.ENTRIES
                                                && sheet.columns().stream()
                                                        .anyMatch(column ->
                                                                column.path().equals(path)))))
                .isEmpty();
    }

    @Test
    void the_page_of_the_tables_says_what_the_data_say() throws IOException {
        Path page = Path.of("").toAbsolutePath().resolveSibling("docs/exchange-tables.md");
        String expected = page();
        if (Boolean.getBoolean("zt.write-documents")) {
            Files.writeString(page, expected);
        }

        assertThat(page)
                .as("after a change: ./zt test -Dtest=ExchangeTablesTest -Dzt.write-documents=true")
                .hasContent(expected);
    }

    private static java.util.List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Exchange tables

                Entries go to the platform above in its tables. Each platform is a profile: its columns, lengths and codes
                are data, in `server/src/main/resources/services/transfer/` (`profiles.psv`, `exchange-columns.psv`,
                `exchange-codes.psv`); a new platform is new rows. What does not fit is reported and left out, never cut.
                Columns the exchange itself fills in (`cd_batch`, `cd_time`, `cd_operation`, `data_source`) are not made
                here. This page is written from the data.
                """);
        for (ExchangeTables tables : ExchangeTables.all()) {
            page.append("\n## %s (`%s`)\n\n%s\n"
                    .formatted(
                            tables.profile().name(),
                            tables.profile().id(),
                            tables.profile().note()));
            tables.tables().forEach((table, columns) -> {
                page.append(
                        "\n### %s\n\n| column | name | type | length | not null | from | codes |\n|---|---|---|---|---|---|---|\n"
                                .formatted(table));
                columns.forEach(column -> page.append("| `%s` | %s | %s | %s | %s | `%s` | %s |\n"
                        .formatted(
                                column.name(),
                                column.chinese(),
                                column.type(),
                                column.length() == 0 ? "" : column.length(),
                                column.needed() ? "yes" : "",
                                column.source(),
                                column.codes())));
            });
            page.append("\n### Codes\n\n| set | codes |\n|---|---|\n");
            tables.codes()
                    .forEach((set, codes) -> page.append("| %s | %s |\n"
                            .formatted(
                                    set,
                                    codes.entrySet().stream()
                                            .map(code -> code.getValue() + " " + code.getKey())
                                            .collect(Collectors.joining(", ")))));
        }
        return page.toString();
    }
}

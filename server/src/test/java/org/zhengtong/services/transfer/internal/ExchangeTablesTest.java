package org.zhengtong.services.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.EntryList;
import org.zhengtong.services.catalogue.FurtherElements;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.transfer.Misfit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
                .getOrDefault("UP_TASK_GENERAL_BASIC", List.of())
                .getFirst()
                .getOrDefault("project_type", "");

        assertThat(live).isEqualTo(item.instant() ? "1" : "2");
        assertThat(codes(standard, "caseKind"))
                .containsEntry("true", codes(national, "caseKind").get("false"))
                .containsEntry("false", codes(national, "caseKind").get("true"));
    }

    @Test
    void what_does_not_fit_is_told_and_not_cut() {
        ExchangeRows rows = ExchangeRows.of(YunxiBodies.item("公证办理"), standard, JsonMapper.shared());

        assertThat(rows.rows()).isEmpty();
        assertThat(rows.misfits())
                .extracting(Misfit::why, Misfit::words)
                .contains(tuple("too-long", List.of("10", "12")), tuple("too-long", List.of("24", "31")));
        assertThat(rows.misfits())
                .as("the code of the entry stands in the row of each material, and is told once")
                .doesNotHaveDuplicates()
                .extracting(Misfit::part)
                .containsOnly("");
    }

    @Test
    void a_material_that_does_not_fit_is_named() {
        ServiceItem item = YunxiBodies.item("公证办理");
        ObjectNode document = JsonMapper.shared().valueToTree(item);
        String name = "长".repeat(201);
        ((ObjectNode) document.path("materials").path(0)).put("name", name);

        ExchangeRows rows =
                ExchangeRows.of(EntryDocument.read(document, ServiceItem.class), national, JsonMapper.shared());

        assertThat(rows.misfits())
                .extracting(Misfit::part, Misfit::table, Misfit::why)
                .containsExactly(tuple(name, "UP_TASK_GENERAL_MATERIAL", "too-long"));
    }

    @Test
    void every_value_that_can_be_chosen_has_a_code_in_every_profile() {
        for (ExchangeTables tables : ExchangeTables.all()) {
            assertThat(codes(tables, "bodyNature").keySet())
                    .containsExactlyInAnyOrderElementsOf(names(FurtherElements.BodyNature.values()));
            assertThat(codes(tables, "onlineDepth").keySet())
                    .containsExactlyInAnyOrderElementsOf(names(FurtherElements.OnlineDepth.values()));
            assertThat(codes(tables, "requirement").keySet())
                    .containsExactlyInAnyOrderElementsOf(names(Material.Requirement.values()));
            assertThat(codes(tables, "powerSource").keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            Choices.of("powerSource").words().keySet());
        }
    }

    @Test
    void every_element_has_a_place_in_the_workbook() {
        for (Element element : Element.values()) {
            boolean own =
                    Arrays.stream(Sheet.values()).anyMatch(sheet -> sheet.id().equals(element.path()));
            boolean column =
                    Sheet.ENTRIES.columns().stream().anyMatch(one -> one.path().equals(element.path()));

            assertThat(own || column).as(element.id()).isTrue();
        }
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

    private static Map<String, String> codes(ExchangeTables tables, String set) {
        return tables.codes().getOrDefault(set, Map.of());
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Exchange tables

                Entries go to the platform above in its tables. Each platform is a profile: its columns, lengths and codes
                are data, in `server/src/main/resources/services/transfer/` (`profiles.psv`, `exchange-columns.psv`,
                `exchange-codes.psv`); a new platform is new rows. What does not fit is reported and left out, never cut.
                Columns the exchange itself fills in (`cd_batch`, `cd_time`, `cd_operation`, `data_source`) are not made
                here. Cases go the same way: `case-profiles.psv`, `case-columns.psv`, `case-codes.psv`. They are fetched by day, or
                since a number: `GET /api/v1/transfer/cases/{profile}?since=…` answers one row a line and ends with
                `{"until": …}`, from which the next export goes on; the first one goes by day. A profile says whether persons are
                named; where they are, an export needs a purpose. This page is written from the data.
                """);
        page.append("\n# Of entries\n");
        write(page, ExchangeTables.all());
        page.append("\n# Of cases\n");
        write(page, ExchangeTables.ofCases());
        return page.toString();
    }

    private static void write(StringBuilder page, List<ExchangeTables> profiles) {
        for (ExchangeTables tables : profiles) {
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
    }
}

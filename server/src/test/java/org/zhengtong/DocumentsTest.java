package org.zhengtong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the documents say is true. */
class DocumentsTest {
    private static final Path HOUSE = Path.of("").toAbsolutePath().resolveSibling("");

    @Test
    void the_page_of_settings_lists_every_setting_with_its_default() throws IOException {
        Path page = HOUSE.resolve("docs/configuration.md");
        String expected = settingsPage();
        if (Boolean.getBoolean("zt.write-documents")) {
            Files.writeString(page, expected);
        }

        assertThat(page)
                .as("after a change of settings: ./zt test -Dtest=DocumentsTest -Dzt.write-documents=true")
                .hasContent(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void the_map_of_the_house_shows_exactly_its_rooms(String readme) throws IOException {
        TreeSet<String> drawn = new TreeSet<>();
        Matcher lines =
                Pattern.compile("^[├└│ ─]+([a-z]+)\\b", Pattern.MULTILINE).matcher(text(readme));
        while (lines.find()) {
            drawn.add(lines.group(1));
        }

        assertThat(drawn).containsAll(rooms());
        drawn.removeAll(rooms());
        assertThat(drawn).containsExactly("ground", "people", "services", "voice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md", "CONTRIBUTING.md"})
    void every_command_shown_is_one_zt_knows(String document) throws Exception {
        Process help = new ProcessBuilder(HOUSE.resolve("zt").toString(), "help")
                .redirectErrorStream(true)
                .start();
        String known = new String(help.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(help.waitFor()).isZero();

        Matcher shown = Pattern.compile("\\./zt [a-z]+").matcher(text(document));
        List<String> commands = shown.results().map(found -> found.group()).toList();
        assertThat(commands)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(known).contains(command + " "));
    }

    @Test
    void every_link_between_documents_leads_somewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path document : documents()) {
            Matcher links = Pattern.compile("\\]\\(([^):]+?)(#[^)]*)?\\)").matcher(Files.readString(document));
            while (links.find()) {
                if (!Files.exists(document.resolveSibling(links.group(1)))) {
                    dead.add(HOUSE.relativize(document) + " → " + links.group(1));
                }
            }
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void decisions_are_numbered_without_a_gap() throws IOException {
        try (Stream<Path> records = Files.list(HOUSE.resolve("docs/adr"))) {
            List<Integer> numbers = records.map(record ->
                            Integer.parseInt(record.getFileName().toString().substring(0, 4)))
                    .sorted()
                    .toList();
            assertThat(numbers)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
    }

    private static String settingsPage() throws IOException {
        JsonNode metadata = JsonMapper.shared()
                .readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json").getContentAsByteArray());
        StringBuilder page = new StringBuilder("""
                # Configuration

                Every setting can be given as an argument of the program (`--zhengtong.cases.correction-days=20`), as an
                environment variable (`ZHENGTONG_CASES_CORRECTIONDAYS=20`), or in an `application.yaml` in the folder the
                program is started from. Besides these, Spring Boot's own apply; `server.port` and `server.address` are the
                ones an administrator needs first. This page is written from the program's source.

                | environment | what |
                |---|---|
                | `ZT_DATABASE_URL` | short for `zhengtong.database.url` |
                | `ZT_DATABASE_OWNER_URL` | short for `zhengtong.database.owner-url` |
                | `ZT_KEYSTORE_PASSWORD` | short for `zhengtong.crypto.keystore-password` |
                | `ZT_PROFILE` | what `./zt run` starts: `demo` (the default) or `production` |

                | setting | default | what |
                |---|---|---|
                """);
        metadata.get("properties")
                .valueStream()
                .sorted(Comparator.comparing(property -> property.get("name").asString()))
                .forEach(property -> page.append("| `%s` | %s | %s |%n"
                        .formatted(
                                property.get("name").asString(),
                                property.has("defaultValue")
                                        ? "`" + property.get("defaultValue").asString() + "`"
                                        : "",
                                plain(property.path("description").asString("")))));
        return page.toString();
    }

    private static String plain(String description) {
        return description.replaceAll("\\{@code ([^}]*)\\}", "`$1`").replace("|", "\\|");
    }

    private static List<String> rooms() throws IOException {
        Path packages = HOUSE.resolve("server/src/main/java/org/zhengtong");
        try (Stream<Path> files = Files.walk(packages)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> packages.relativize(file).getParent())
                    .filter(room -> room != null)
                    .map(room -> room.getFileName().toString())
                    .toList();
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(HOUSE);
                Stream<Path> below = Files.walk(HOUSE.resolve("docs"))) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String text(String document) throws IOException {
        return Files.readString(HOUSE.resolve(document));
    }
}

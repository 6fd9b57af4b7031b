package org.zhengtong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The table of OWASP ASVS 5.0.0 is whole, counts right, and names only what there is. */
class SecurityTableTest {
    private static final Path HOUSE = Path.of("").toAbsolutePath().resolveSibling("");
    private static final Path TABLE = HOUSE.resolve("docs/security/asvs.md");
    private static final Pattern ROW = Pattern.compile(
            "^\\| (\\d+\\.\\d+\\.\\d+) \\| ([123]) \\| (.+?) \\| (.+?) \\| (.+?) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern COUNTS =
            Pattern.compile("\\*\\*(\\d+) requirements: (\\d+) met, (\\d+) not applicable, (\\d+) not yet met\\*\\*");

    private final List<Row> rows = rows();

    private record Row(String number, String level, String how, String why) {
        boolean isNotApplicable() {
            return how.equals("—");
        }

        boolean isNotYet() {
            return how.startsWith("not yet");
        }

        List<String> names() {
            return NAME.matcher(how + " " + why)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
    }

    @Test
    void every_requirement_of_the_first_two_levels_has_one_row_in_its_order() throws IOException {
        List<String> asked = new ClassPathResource("security/asvs-5.0.0.txt")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(asked).hasSize(253).filteredOn(one -> one.endsWith(" 1")).hasSize(70);
        assertThat(rows).extracting(row -> row.number() + " " + row.level()).containsExactlyElementsOf(asked);
    }

    @Test
    void the_head_counts_what_stands_below() {
        long notApplicable = rows.stream().filter(Row::isNotApplicable).count();
        long notYet = rows.stream().filter(Row::isNotYet).count();
        Matcher head = COUNTS.matcher(text(TABLE));

        assertThat(head.find()).isTrue();
        assertThat(Stream.of(1, 2, 3, 4).map(head::group).map(Long::valueOf))
                .containsExactly((long) rows.size(), rows.size() - notApplicable - notYet, notApplicable, notYet);
    }

    @Test
    void every_class_and_every_file_that_is_named_is_there() throws IOException {
        Set<String> classes = classes();
        Set<String> missing = new TreeSet<>();
        for (Row row : rows) {
            for (String name : row.names()) {
                boolean there = (name.contains("/") || name.contains("."))
                        ? Files.isRegularFile(HOUSE.resolve(name))
                        : classes.contains(name);
                if (!there) {
                    missing.add(name);
                }
            }
        }

        assertThat(missing).as("named, and not there").isEmpty();
    }

    @Test
    void what_is_met_names_where() {
        List<String> vague = new ArrayList<>();
        for (Row row : rows) {
            if (!row.isNotApplicable() && !row.isNotYet() && row.names().isEmpty()) {
                vague.add(row.number());
            }
        }

        assertThat(vague).as("no class, no file and no test").isEmpty();
    }

    private static List<Row> rows() {
        return ROW.matcher(text(TABLE))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(4), row.group(5)))
                .toList();
    }

    private static Set<String> classes() throws IOException {
        Set<String> classes = new HashSet<>();
        for (String root : List.of("server/src/main/java", "server/src/test/java")) {
            try (Stream<Path> files = Files.walk(HOUSE.resolve(root))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".java"))
                        .forEach(file -> classes.add(file.substring(0, file.length() - ".java".length())));
            }
        }
        return classes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

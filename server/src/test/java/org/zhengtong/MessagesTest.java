package org.zhengtong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence exists in both languages, and takes the same values. */
class MessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    static List<Path> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> !file.toString().endsWith("_en.properties"))
                    .map(FOLDER::relativize)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void what_is_said_in_chinese_is_said_in_english(Path room) throws IOException {
        Properties chinese = messages(FOLDER.resolve(room));
        Properties english = messages(FOLDER.resolve(room.toString().replace(".properties", "_en.properties")));

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(values(english.getProperty(key))).as(key).isEqualTo(values(chinese.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void no_sentence_stands_twice_in_a_file(Path room) throws IOException {
        for (String name : List.of(room.toString(), room.toString().replace(".properties", "_en.properties"))) {
            assertThat(Files.readAllLines(FOLDER.resolve(name)).stream()
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .as(name)
                    .doesNotHaveDuplicates();
        }
    }

    private static int values(String message) {
        return new MessageFormat(message).getFormatsByArgumentIndex().length;
    }

    private static Properties messages(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}

package org.zhengtong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the source never does, because no use of it is safe enough to be looked after: programs started, objects read from
 * bytes, expressions evaluated, weak algorithms, guessable randomness; markup that is not escaped, scripts that put in HTML
 * or store something.
 */
class ForbiddenCallsTest {
    private static final Path SOURCES = Path.of("").toAbsolutePath().resolve("src/main");

    private static final Pattern JAVA = Pattern.compile(String.join(
            "|",
            "\\bProcessBuilder\\b",
            "getRuntime\\(\\)\\s*\\.exec",
            "\\bObjectInputStream\\b",
            "\\bXMLDecoder\\b",
            "\\bScriptEngine",
            "\\bSpelExpression",
            "\\bXPath",
            "\\bInitialContext\\b",
            "\\bDirContext\\b",
            "\"MD5\"",
            "\"SHA-?1\"",
            "/ECB",
            "PKCS1Padding",
            "\"DES(?!CRIPTION)",
            "\"RC4",
            "\\bnew Random\\(",
            "\\bThreadLocalRandom\\b",
            "\\bSplittableRandom\\b",
            "Math\\.random\\(",
            "RandomGenerator\\.(of|getDefault)\\(",
            "\\bX509TrustManager\\b",
            "\\bHostnameVerifier\\b",
            "\\bMemorySegment\\b",
            "sun\\.misc",
            "Redirect\\.(ALWAYS|NORMAL)",
            "enableDefaultTyping|activateDefaultTyping|JsonTypeInfo\\.Id\\.(CLASS|MINIMAL_CLASS)",
            "StaticTemplates|DirectoryCodeResolver"));
    private static final Pattern TEMPLATES =
            Pattern.compile("\\$unsafe|javascript:|<script(?! src=)|\\son[a-z]+=\"|\\sstyle=\"");
    private static final Pattern SCRIPTS = Pattern.compile(String.join(
            "|",
            "\\.innerHTML",
            "\\.outerHTML",
            "insertAdjacentHTML",
            "document\\.write",
            "\\beval\\(",
            "new Function\\(",
            "localStorage",
            "sessionStorage",
            "indexedDB",
            "postMessage",
            "document\\.cookie",
            "__proto__"));

    /**
     * Seeds that are no secret: the same search and the same invented city on every machine; a library's own classes; and
     * what a machine of a hall holds for when it has no connection, which is nothing of a person.
     */
    private static final Map<String, Set<String>> BORNE = Map.of(
            "kiosk.js", Set.of("sessionStorage"),
            "kiosk-bridge.js", Set.of("sessionStorage"),
            "kiosk-offline.js", Set.of("localStorage"),
            "sm2.js", Set.of("__proto__"),
            "Directions.java", Set.of("new Random("),
            "InventedRegister.java", Set.of("SplittableRandom"),
            "CityLife.java", Set.of("SplittableRandom"));

    @Test
    void java_starts_no_program_and_uses_nothing_weak() throws IOException {
        assertThat(found("java", ".java", JAVA)).isEmpty();
    }

    @Test
    void templates_escape_everything_and_carry_neither_script_nor_style() throws IOException {
        assertThat(found("jte", ".jte", TEMPLATES)).isEmpty();
    }

    @Test
    void scripts_put_in_no_html_and_store_nothing() throws IOException {
        assertThat(found("resources/static", ".js", SCRIPTS)).isEmpty();
    }

    @Test
    void what_is_looked_for_would_be_found() {
        assertThat("new ProcessBuilder(\"sh\")").containsPattern(JAVA);
        assertThat("MessageDigest.getInstance(\"MD5\")").containsPattern(JAVA);
        assertThat("Cipher.getInstance(\"AES/ECB/PKCS5Padding\")").containsPattern(JAVA);
        assertThat("<p onclick=\"x()\">$unsafe{html}</p>").containsPattern(TEMPLATES);
        assertThat("<script>x()</script>").containsPattern(TEMPLATES);
        assertThat("<script src=\"/zt.js\"></script>").doesNotContainPattern(TEMPLATES);
        assertThat("place.innerHTML = text").containsPattern(SCRIPTS);
    }

    private static List<String> found(String folder, String ending, Pattern forbidden) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).toList()) {
                Set<String> borne = BORNE.getOrDefault(file.getFileName().toString(), Set.of());
                forbidden
                        .matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group())
                        .filter(match -> !borne.contains(match))
                        .forEach(match -> found.add(SOURCES.relativize(file) + ": " + match));
            }
        }
        return found;
    }
}

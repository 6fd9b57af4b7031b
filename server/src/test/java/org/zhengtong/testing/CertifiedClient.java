package org.zhengtong.testing;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A system of others that signs people in through the program: {@code openid-client}, certified by the OpenID Foundation,
 * on Playwright's node. It is at {@link #site}, people come back to {@code /back}, and logout tokens to {@code /logout}.
 */
public final class CertifiedClient implements AutoCloseable {
    private static final Path PACKAGES = Path.of("src/test/npm").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = unpacked();

    private final Process node;
    private final BufferedReader answers;
    private final String site;

    public CertifiedClient() {
        try {
            node = new ProcessBuilder(
                            program().toString(), FOLDER.resolve("client.mjs").toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = node.inputReader(StandardCharsets.UTF_8);
            site = answer().path("site").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String site() {
        return site;
    }

    /** @param values names and values by turns */
    public JsonNode call(String command, Object... values) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("command", command);
        for (int i = 0; i < values.length; i += 2) {
            line.put(values[i].toString(), values[i + 1]);
        }
        try {
            node.outputWriter(StandardCharsets.UTF_8)
                    .append(JSON.writeValueAsString(line))
                    .append('\n')
                    .flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IllegalStateException("the client has ended");
        }
        return JSON.readTree(line);
    }

    @Override
    public void close() {
        node.destroy();
    }

    private static Path program() {
        return Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .driverDir()
                .resolve("node");
    }

    private static Path unpacked() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "npm-")
                    .toAbsolutePath();
            for (String line : Files.readAllLines(PACKAGES.resolve("integrity.txt"))) {
                List<String> parts = List.of(line.split(" "));
                byte[] content = Files.readAllBytes(PACKAGES.resolve(parts.getFirst()));
                if (!digest(content).equals(parts.getLast())) {
                    throw new IllegalStateException(parts.getFirst() + " is not what the registry has");
                }
                String name = parts.getFirst().replaceFirst("-[0-9.]+\\.tgz$", "");
                unpack(PACKAGES.resolve(parts.getFirst()), folder.resolve("node_modules", name));
            }
            Files.copy(
                    PACKAGES.resolve("client.mjs"), folder.resolve("client.mjs"), StandardCopyOption.REPLACE_EXISTING);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                TarArchiveInputStream entries = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName().replaceFirst("^package/", ""))
                        .normalize();
                if (entry.isFile() && target.startsWith(folder)) {
                    Files.createDirectories(target.resolveSibling(""));
                    Files.copy(entries, target);
                }
            }
        }
    }

    private static String digest(byte[] content) {
        try {
            return "sha512-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-512").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.zhengtong.ground.crypto.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.KeyParameter;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.start.CannotStart;

/**
 * The keys of fields and of blind indexes. They stand in {@code field.keys}, one a line as {@code <purpose> <number>
 * <wrapped>}, encrypted under the root key. A field key with a higher
 * number seals what is sealed from then on; the older ones keep opening what they sealed.
 */
final class FieldKeys {
    static final int MOST = 255;
    private static final String FILE = "field.keys";
    private static final String FIELD = "field";
    private static final String INDEX = "index";

    private final Map<Integer, KeyParameter> fields;
    private final int current;
    private final byte[] index;

    private FieldKeys(Map<Integer, KeyParameter> fields, byte[] index) {
        this.fields = Map.copyOf(fields);
        this.current =
                fields.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        this.index = index;
    }

    /** New keys are made only for a database that has nothing sealed yet. */
    static FieldKeys open(KeyFolder folder, RootKey root, KeyRecord record, SecureRandom random) {
        Optional<byte[]> kept = folder.read(FILE);
        if (kept.isEmpty() && !record.isEmpty()) {
            throw KeyRecord.missing(folder);
        }
        byte[] lines = kept.orElseGet(() -> folder.writeOnce(
                FILE,
                (line(FIELD, 1, 16, root, random) + line(INDEX, 1, 32, root, random))
                        .getBytes(StandardCharsets.US_ASCII)));
        FieldKeys keys =
                read(new String(lines, StandardCharsets.US_ASCII).lines().toList(), root);
        record.compare(keys.checks(), folder);
        return keys;
    }

    /** The number of the key that seals now, 1 to {@value #MOST}. */
    int current() {
        return current;
    }

    Optional<KeyParameter> field(int number) {
        return Optional.ofNullable(fields.get(number));
    }

    byte[] index() {
        return index.clone();
    }

    private Map<String, String> checks() {
        Map<String, String> checks = new HashMap<>();
        fields.forEach((number, key) -> checks.put(name(FIELD, number), check(key.getKey())));
        checks.put(name(INDEX, 1), check(index));
        return checks;
    }

    private static String check(byte[] key) {
        byte[] mac = Sm3.hmac(key, "zhengtong key check".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(mac, 0, 8);
    }

    private static FieldKeys read(List<String> lines, RootKey root) {
        Map<Integer, KeyParameter> fields = new HashMap<>();
        byte[] index = null;
        for (String line : lines) {
            String[] parts = line.split(" ");
            int number = Integer.parseInt(parts[1]);
            byte[] key = unwrap(parts[0], number, parts[2], root);
            if (parts[0].equals(FIELD) && number > 0 && number <= MOST) {
                fields.put(number, new KeyParameter(key));
            } else if (parts[0].equals(INDEX)) {
                index = key;
            }
        }
        if (index == null || fields.isEmpty()) {
            throw new CannotStart(
                    FILE + " in the keys folder lacks a key.", "Put the one from the backup in its place.");
        }
        return new FieldKeys(fields, index);
    }

    /** One line of the file, with a new key. */
    static String line(String purpose, int number, int length, RootKey root, SecureRandom random) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        return "%s %d %s\n"
                .formatted(purpose, number, Base64.getEncoder().encodeToString(root.wrap(key, name(purpose, number))));
    }

    private static byte[] unwrap(String purpose, int number, String wrapped, RootKey root) {
        return root.unwrap(Base64.getDecoder().decode(wrapped), name(purpose, number))
                .orElseThrow(() -> new CannotStart(
                        FILE + " in the keys folder was wrapped under another root key.",
                        "It and root.p12 belong together: put both from the same backup in their place."));
    }

    private static String name(String purpose, int number) {
        return purpose + " " + number;
    }
}

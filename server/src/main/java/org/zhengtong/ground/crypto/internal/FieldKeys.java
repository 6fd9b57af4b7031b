package org.zhengtong.ground.crypto.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.params.KeyParameter;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.start.CannotStart;

/**
 * The keys of fields and of blind indexes. They stand in {@code field.keys}, one a line as {@code <purpose> <number>
 * <wrapped>}, encrypted under the root key. A field key with a higher number seals what is sealed from then on; the older
 * ones keep opening what they sealed. A key that another node has added is noticed within {@link #NOTICED}, and at once
 * when something sealed under it is opened.
 */
final class FieldKeys {
    static final int MOST = 255;
    static final Duration NOTICED = Duration.ofSeconds(5);
    private static final String FILE = "field.keys";
    private static final String FIELD = "field";
    private static final String INDEX = "index";

    private final KeyFolder folder;
    private final RootKey root;
    private final Clock clock;
    private final SecureRandom random;
    private volatile Ring ring;

    private FieldKeys(KeyFolder folder, RootKey root, Clock clock, SecureRandom random) {
        this.folder = folder;
        this.root = root;
        this.clock = clock;
        this.random = random;
        this.ring = read();
    }

    /** What the file held at a moment. */
    private record Ring(
            Map<Integer, KeyParameter> fields, int current, KeyParameter index, Instant changed, Instant read) {
        Ring(Map<Integer, KeyParameter> fields, KeyParameter index, Instant changed, Instant read) {
            this(
                    Map.copyOf(fields),
                    fields.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow(),
                    index,
                    changed,
                    read);
        }

        Map<String, String> checks() {
            Map<String, String> checks = new HashMap<>();
            fields.forEach((number, key) -> checks.put(fieldName(number), check(key)));
            checks.put(name(INDEX, 1), check(index));
            return checks;
        }
    }

    /** New keys are made only for a database that has nothing sealed yet. */
    static FieldKeys open(KeyFolder folder, RootKey root, KeyRecord record, Clock clock, SecureRandom random) {
        if (folder.read(FILE).isEmpty()) {
            if (!record.isEmpty()) {
                throw KeyRecord.missing(folder);
            }
            String first = line(FIELD, 1, 16, root, random) + line(INDEX, 1, 32, root, random);
            folder.writeOnce(FILE, first.getBytes(StandardCharsets.US_ASCII));
        }
        FieldKeys keys = new FieldKeys(folder, root, clock, random);
        record.compare(keys.ring.checks(), folder);
        return keys;
    }

    /** The number of the key that seals now, 1 to {@value #MOST}. */
    int current() {
        Ring now = ring;
        if (now.read().plus(NOTICED).isAfter(clock.instant())) {
            return now.current();
        }
        return refresh(now).current();
    }

    Optional<KeyParameter> field(int number) {
        if (!ring.fields().containsKey(number)) {
            ring = read();
        }
        return Optional.ofNullable(ring.fields().get(number));
    }

    byte[] index() {
        return ring.index().getKey().clone();
    }

    /** On the disk first: nothing may be sealed under a key that could be lost. */
    void add(KeyRecord record, Instant made) {
        int number = ring.current() + 1;
        String lines = lines() + line(FIELD, number, 16, root, random);
        folder.replace(FILE, lines.getBytes(StandardCharsets.US_ASCII));
        ring = read();
        record.add(fieldName(number), check(field(number).orElseThrow()), made);
    }

    private Ring refresh(Ring last) {
        Instant changed = folder.changed(FILE);
        ring = changed.equals(last.changed())
                ? new Ring(last.fields(), last.index(), changed, clock.instant())
                : read();
        return ring;
    }

    private String lines() {
        return new String(folder.read(FILE).orElseThrow(() -> KeyRecord.missing(folder)), StandardCharsets.US_ASCII);
    }

    private Ring read() {
        Instant changed = folder.changed(FILE);
        Map<Integer, KeyParameter> fields = new HashMap<>();
        KeyParameter index = null;
        for (String line : lines().lines().toList()) {
            String[] parts = line.split(" ");
            int number = Integer.parseInt(parts[1]);
            KeyParameter key = new KeyParameter(unwrap(parts[0], number, parts[2]));
            if (parts[0].equals(FIELD) && number > 0 && number <= MOST) {
                fields.put(number, key);
            } else if (parts[0].equals(INDEX)) {
                index = key;
            }
        }
        if (index == null || fields.isEmpty()) {
            throw new CannotStart(
                    FILE + " in the keys folder lacks a key.", "Put the one from the backup in its place.");
        }
        return new Ring(fields, index, changed, clock.instant());
    }

    /** One line of the file, with a new key. */
    private static String line(String purpose, int number, int length, RootKey root, SecureRandom random) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        return "%s %d %s\n"
                .formatted(purpose, number, Base64.getEncoder().encodeToString(root.wrap(key, name(purpose, number))));
    }

    private byte[] unwrap(String purpose, int number, String wrapped) {
        return root.unwrap(Base64.getDecoder().decode(wrapped), name(purpose, number))
                .orElseThrow(() -> new CannotStart(
                        FILE + " in the keys folder was wrapped under another root key.",
                        "It and root.p12 belong together: put both from the same backup in their place."));
    }

    private static String check(KeyParameter key) {
        byte[] mac = Sm3.hmac(key.getKey(), "zhengtong key check".getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(mac, 0, 8);
    }

    static String fieldName(int number) {
        return name(FIELD, number);
    }

    private static String name(String purpose, int number) {
        return purpose + " " + number;
    }
}

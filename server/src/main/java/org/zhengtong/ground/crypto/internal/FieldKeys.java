package org.zhengtong.ground.crypto.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/**
 * The keys of fields and of blind indexes. They stand in {@code field.keys}, one a line as {@code <purpose> <number>
 * <wrapped>}, encrypted (SM2, GB/T 32918.4) under the key of {@code key-encryption.p12}. A field key with a higher
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

    static FieldKeys open(KeyFolder folder, KeyStores stores, SecureRandom random) {
        Sm2Key wrapping = stores.findOrMake("key-encryption", "Zhengtong key encryption");
        byte[] kept = folder.read(FILE)
                .orElseGet(() -> folder.writeOnce(
                        FILE,
                        (line(FIELD, 1, 16, wrapping, random) + line(INDEX, 1, 32, wrapping, random))
                                .getBytes(StandardCharsets.US_ASCII)));
        return read(new String(kept, StandardCharsets.US_ASCII).lines().toList(), wrapping);
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

    private static FieldKeys read(List<String> lines, Sm2Key wrapping) {
        Map<Integer, KeyParameter> fields = new HashMap<>();
        byte[] index = null;
        for (String line : lines) {
            String[] parts = line.split(" ");
            int number = Integer.parseInt(parts[1]);
            byte[] key = unwrap(Base64.getDecoder().decode(parts[2]), wrapping);
            if (parts[0].equals(FIELD) && number > 0 && number <= MOST) {
                fields.put(number, new KeyParameter(key));
            } else if (parts[0].equals(INDEX)) {
                index = key;
            }
        }
        if (index == null || fields.isEmpty()) {
            throw new IllegalStateException(FILE + " lacks a key: put the one from the backup in its place");
        }
        return new FieldKeys(fields, index);
    }

    private static String line(String purpose, int number, int length, Sm2Key wrapping, SecureRandom random) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        return purpose + " " + number + " " + Base64.getEncoder().encodeToString(wrap(key, wrapping, random)) + "\n";
    }

    private static byte[] wrap(byte[] key, Sm2Key wrapping, SecureRandom random) {
        SM2Engine engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.init(true, new ParametersWithRandom(wrapping.open(), random));
        try {
            return engine.processBlock(key, 0, key.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a field key could not be wrapped", e);
        }
    }

    private static byte[] unwrap(byte[] wrapped, Sm2Key wrapping) {
        SM2Engine engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.init(false, wrapping.secret());
        try {
            return engine.processBlock(wrapped, 0, wrapped.length);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(
                    FILE + " was wrapped under another key: it and key-encryption.p12 belong together", e);
        }
    }
}

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Verifies an archive package without the system that made it: {@code java Verify.java package.zip [certificate digest]}.
 * Stands alone: SM3 (GB/T 32905) and SM2 (GB/T 32918) are written out below.
 */
public final class Verify {
    private static final Set<String> UNLISTED = Set.of("manifest.txt", "manifest.sig");

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.out.println("java Verify.java package.zip [certificate digest]");
            System.exit(2);
        }
        Verify verify = new Verify();
        try {
            verify.read(Path.of(arguments[0]));
            verify.check(arguments.length > 1 ? arguments[1].toLowerCase(java.util.Locale.ROOT) : "");
        } catch (IOException | RuntimeException broken) {
            verify.faults.add("the package cannot be read: " + broken);
        }
        verify.faults.forEach(fault -> System.out.println("FAULT " + fault));
        System.out.println(verify.faults.isEmpty() ? "OK" : "NOT OK: " + verify.faults.size() + " fault(s)");
        System.exit(verify.faults.isEmpty() ? 0 : 1);
    }

    private void read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entries.put(entry.getName(), zip.readAllBytes()) != null) {
                    faults.add(entry.getName() + " stands in the package twice");
                }
            }
        }
    }

    private void check(String expectedCertificate) {
        byte[] manifest = entry("manifest.txt");
        byte[] certificate = entry("seal.cer");
        String[] lines = new String(manifest, StandardCharsets.UTF_8).split("\n");
        Map<String, String> head = new LinkedHashMap<>();
        for (int i = 1; i < 6; i++) {
            String[] parts = lines[i].split(" ", 2);
            head.put(parts[0], parts[1]);
        }
        System.out.println(lines[0]);
        head.forEach((name, value) -> System.out.println(name + " " + value));

        if (!Sm2.verify(Sm2.keyOf(certificate), manifest, entry("manifest.sig"))) {
            faults.add("the signature does not fit manifest.txt");
        }
        String print = hex(sm3(certificate));
        if (!print.equals(head.get("certificate"))) {
            faults.add("seal.cer is not the certificate the manifest names");
        }
        if (!expectedCertificate.isEmpty() && !print.equals(expectedCertificate)) {
            faults.add("seal.cer is not the certificate that was expected");
        }
        checkEntries(Arrays.asList(lines).subList(6, lines.length), Integer.parseInt(head.get("entries")));
        checkAudit();
    }

    private void checkEntries(List<String> lines, int count) {
        if (lines.size() != count) {
            faults.add("the manifest is incomplete");
        }
        Set<String> listed = new HashSet<>(UNLISTED);
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            listed.add(parts[2]);
            byte[] content = entries.get(parts[2]);
            if (content == null) {
                faults.add(parts[2] + " is missing");
            } else if (content.length != Long.parseLong(parts[1]) || !hex(sm3(content)).equals(parts[0])) {
                faults.add(parts[2] + " was changed");
            }
        }
        for (String name : entries.keySet()) {
            if (!listed.contains(name)) {
                faults.add(name + " was added");
            }
        }
    }

    /** Every leaf carries the digest of the one before it; the digests of all documents stand in the facts. */
    private void checkAudit() {
        String[] lines = new String(entry("audit.tsv"), StandardCharsets.UTF_8).split("\n");
        UUID subject = UUID.fromString(lines[0].split("\t")[1]);
        byte[] previous = new byte[32];
        Set<String> values = new HashSet<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split("\t", -1);
            TreeMap<String, String> facts = new TreeMap<>();
            for (int j = 5; j < parts.length; j++) {
                String[] fact = parts[j].split("=", 2);
                facts.put(unescaped(fact[0]), unescaped(fact[1]));
            }
            values.addAll(facts.values());
            previous = leaf(subject, i, previous, parts, facts);
            if (Long.parseLong(parts[0]) != i || !hex(previous).equals(parts[4])) {
                faults.add("the audit chain is broken at leaf " + parts[0]);
                return;
            }
        }
        System.out.println("audit leaves " + (lines.length - 1));
        entries.forEach((name, content) -> {
            if (name.startsWith("documents/") && !values.contains(hex(sm3(content)))) {
                faults.add(name + " is not among the documents the audit chain knows");
            }
        });
    }

    private static byte[] leaf(
            UUID subject, long number, byte[] previous, String[] parts, TreeMap<String, String> facts) {
        Instant at = Instant.parse(parts[1]);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(1);
        content.writeBytes(ByteBuffer.allocate(32)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
                .putLong(number)
                .putLong(at.getEpochSecond() * 1_000_000L + at.getNano() / 1000)
                .array());
        content.writeBytes(previous);
        text(content, unescaped(parts[2]));
        text(content, unescaped(parts[3]));
        facts.forEach((name, value) -> {
            text(content, name);
            text(content, value);
        });
        return sm3(content.toByteArray());
    }

    private static void text(ByteArrayOutputStream content, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        content.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        content.writeBytes(bytes);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one != '\\') {
                plain.append(one);
                continue;
            }
            char escaped = text.charAt(++i);
            plain.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
        }
        return plain.toString();
    }

    private byte[] entry(String name) {
        byte[] content = entries.get(name);
        if (content == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return content;
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    // ---- SM3, GB/T 32905 ----

    private static final int[] INITIAL = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };

    static byte[] sm3(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        long bits = joined.size() * 8L;
        joined.write(0x80);
        while (joined.size() % 64 != 56) {
            joined.write(0);
        }
        joined.writeBytes(ByteBuffer.allocate(8).putLong(bits).array());
        ByteBuffer padded = ByteBuffer.wrap(joined.toByteArray());
        int[] v = INITIAL.clone();
        while (padded.hasRemaining()) {
            compress(v, padded);
        }
        ByteBuffer digest = ByteBuffer.allocate(32);
        for (int word : v) {
            digest.putInt(word);
        }
        return digest.array();
    }

    private static void compress(int[] v, ByteBuffer block) {
        int[] w = new int[68];
        for (int j = 0; j < 16; j++) {
            w[j] = block.getInt();
        }
        for (int j = 16; j < 68; j++) {
            int x = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
            w[j] = x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23) ^ Integer.rotateLeft(w[j - 13], 7) ^ w[j - 6];
        }
        int[] r = v.clone();
        for (int j = 0; j < 64; j++) {
            int t = j < 16 ? 0x79cc4519 : 0x7a879d8a;
            int ss1 = Integer.rotateLeft(Integer.rotateLeft(r[0], 12) + r[4] + Integer.rotateLeft(t, j % 32), 7);
            int ss2 = ss1 ^ Integer.rotateLeft(r[0], 12);
            int ff = j < 16 ? r[0] ^ r[1] ^ r[2] : r[0] & r[1] | r[0] & r[2] | r[1] & r[2];
            int gg = j < 16 ? r[4] ^ r[5] ^ r[6] : r[4] & r[5] | ~r[4] & r[6];
            int tt1 = ff + r[3] + ss2 + (w[j] ^ w[j + 4]);
            int tt2 = gg + r[7] + ss1 + w[j];
            r[3] = r[2];
            r[2] = Integer.rotateLeft(r[1], 9);
            r[1] = r[0];
            r[0] = tt1;
            r[7] = r[6];
            r[6] = Integer.rotateLeft(r[5], 19);
            r[5] = r[4];
            r[4] = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        for (int i = 0; i < 8; i++) {
            v[i] ^= r[i];
        }
    }

    // ---- SM2, GB/T 32918 ----

    private static final class Sm2 {
        private static final BigInteger P =
                new BigInteger("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF", 16);
        private static final BigInteger A =
                new BigInteger("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC", 16);
        private static final BigInteger B =
                new BigInteger("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93", 16);
        private static final BigInteger N =
                new BigInteger("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123", 16);
        private static final BigInteger[] G = {
            new BigInteger("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7", 16),
            new BigInteger("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0", 16)
        };
        private static final byte[] SIGNER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

        /** In a certificate: the identifier of the curve, then the point as a bit string. */
        private static final byte[] KEY_BEGINS = {
            0x06, 0x08, 0x2a, (byte) 0x81, 0x1c, (byte) 0xcf, 0x55, 0x01, (byte) 0x82, 0x2d, 0x03, 0x42, 0x00, 0x04
        };

        static BigInteger[] keyOf(byte[] certificate) {
            for (int i = 0; i + KEY_BEGINS.length + 64 <= certificate.length; i++) {
                if (Arrays.equals(certificate, i, i + KEY_BEGINS.length, KEY_BEGINS, 0, KEY_BEGINS.length)) {
                    int start = i + KEY_BEGINS.length;
                    return new BigInteger[] {
                        new BigInteger(1, Arrays.copyOfRange(certificate, start, start + 32)),
                        new BigInteger(1, Arrays.copyOfRange(certificate, start + 32, start + 64))
                    };
                }
            }
            throw new IllegalStateException("seal.cer holds no SM2 key");
        }

        static boolean verify(BigInteger[] key, byte[] content, byte[] signature) {
            BigInteger left = key[1].multiply(key[1]).mod(P);
            BigInteger right = key[0].pow(3).add(A.multiply(key[0])).add(B).mod(P);
            BigInteger[] rs = integers(signature);
            BigInteger r = rs[0];
            BigInteger s = rs[1];
            if (!left.equals(right) || !inRange(r) || !inRange(s)) {
                return false;
            }
            byte[] z = sm3(
                    new byte[] {0, (byte) (SIGNER.length * 8)},
                    SIGNER, bytes(A), bytes(B), bytes(G[0]), bytes(G[1]), bytes(key[0]), bytes(key[1]));
            BigInteger e = new BigInteger(1, sm3(z, content));
            BigInteger t = r.add(s).mod(N);
            if (t.signum() == 0) {
                return false;
            }
            BigInteger[] point = add(times(G, s), times(key, t));
            return point != null && e.add(point[0]).mod(N).equals(r);
        }

        private static boolean inRange(BigInteger value) {
            return value.signum() > 0 && value.compareTo(N) < 0;
        }

        /** SEQUENCE { INTEGER r, INTEGER s } */
        private static BigInteger[] integers(byte[] der) {
            ByteBuffer in = ByteBuffer.wrap(der);
            BigInteger[] both = new BigInteger[2];
            expect(in, 0x30);
            for (int i = 0; i < 2; i++) {
                byte[] value = new byte[expect(in, 0x02)];
                in.get(value);
                both[i] = new BigInteger(value);
            }
            return both;
        }

        private static int expect(ByteBuffer in, int tag) {
            int found = in.get() & 0xff;
            int length = in.get() & 0xff;
            if (found != tag || length > 127) {
                throw new IllegalStateException("manifest.sig is no signature");
            }
            return length;
        }

        private static byte[] bytes(BigInteger value) {
            byte[] all = value.toByteArray();
            byte[] fixed = new byte[32];
            int length = Math.min(32, all.length);
            System.arraycopy(all, all.length - length, fixed, 32 - length, length);
            return fixed;
        }

        private static BigInteger[] times(BigInteger[] point, BigInteger factor) {
            BigInteger[] sum = null;
            for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
                sum = add(sum, sum);
                if (factor.testBit(bit)) {
                    sum = add(sum, point);
                }
            }
            return sum;
        }

        /** The point at infinity is null. */
        private static BigInteger[] add(BigInteger[] one, BigInteger[] other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            BigInteger slope;
            if (one[0].equals(other[0])) {
                if (one[1].add(other[1]).mod(P).signum() == 0) {
                    return null;
                }
                slope = one[0].pow(2).multiply(BigInteger.valueOf(3)).add(A)
                        .multiply(one[1].shiftLeft(1).modInverse(P));
            } else {
                slope = other[1].subtract(one[1]).multiply(other[0].subtract(one[0]).mod(P).modInverse(P));
            }
            BigInteger x = slope.pow(2).subtract(one[0]).subtract(other[0]).mod(P);
            return new BigInteger[] {x, slope.multiply(one[0].subtract(x)).subtract(one[1]).mod(P)};
        }
    }
}

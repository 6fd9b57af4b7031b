package org.zhengtong.services.instruments.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Writes a package and remembers the digest of everything that went into it. */
final class PackageWriter {
    static final String MANIFEST = "manifest.txt";
    static final String SIGNATURE = "manifest.sig";

    private final ZipOutputStream zip;
    private final Instant at;
    private final List<String> lines = new ArrayList<>();

    PackageWriter(OutputStream out, Instant at) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.at = at;
    }

    void add(String path, String text) throws IOException {
        add(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String path, byte[] content) throws IOException {
        begin(path);
        zip.write(content);
        zip.closeEntry();
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        note(digest, content.length, path);
    }

    /** Passes the content through, however long it is; closes it. */
    void add(String path, InputStream content) throws IOException {
        begin(path);
        Digesting digesting = new Digesting(zip);
        try (content) {
            content.transferTo(digesting);
        }
        zip.closeEntry();
        note(digesting.digest, digesting.length, path);
    }

    private void begin(String path) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTime(at.toEpochMilli());
        zip.putNextEntry(entry);
    }

    private void note(SM3Digest digest, long length, String path) {
        byte[] value = new byte[32];
        digest.doFinal(value, 0);
        lines.add(HexFormat.of().formatHex(value) + " " + length + " " + path);
    }

    /** What stands in the manifest below its head. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The last two entries, which no manifest can name. */
    void close(byte[] manifest, byte[] signature) throws IOException {
        begin(MANIFEST);
        zip.write(manifest);
        zip.closeEntry();
        begin(SIGNATURE);
        zip.write(signature);
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private static final class Digesting extends FilterOutputStream {
        private final SM3Digest digest = new SM3Digest();
        private long length;

        Digesting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            digest.update((byte) one);
            length++;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            digest.update(bytes, from, count);
            length += count;
        }
    }
}

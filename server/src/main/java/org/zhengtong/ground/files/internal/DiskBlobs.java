package org.zhengtong.ground.files.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.Resealing;
import org.zhengtong.ground.crypto.SealedOutside;
import org.zhengtong.ground.database.DatabaseSettings;
import org.zhengtong.ground.disk.Disk;

/**
 * Sealed contents below {@code <data-directory>/files}, each at {@code ab/cd/<digest>}. A content is there whole and
 * on the disk, or not at all: it is written beside its place, forced out, and moved.
 */
@Component
class DiskBlobs implements SealedOutside {
    private static final int DEPTH = 3;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final FieldCipher cipher;

    DiskBlobs(DatabaseSettings settings, FieldCipher cipher) {
        this.folder = settings.dataDirectory().toAbsolutePath().resolve("files");
        this.cipher = cipher;
    }

    /** @param digest SM3 in hexadecimal */
    void keep(String digest, byte[] content) {
        Path place = place(digest);
        if (Files.exists(place)) {
            return;
        }
        try {
            makeFolders(digest);
            put(place, cipher.seal(content, context(digest)));
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be kept", e);
        }
    }

    byte[] open(String digest) {
        try {
            return cipher.open(Files.readAllBytes(place(digest)), context(digest));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("the content " + digest + " is not on the disk", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the content " + digest + " cannot be read", e);
        }
    }

    @Override
    public long renew(Resealing resealing) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            return all.filter(file ->
                            DIGEST.matcher(file.getFileName().toString()).matches())
                    .filter(file -> renew(file, resealing))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException("the files cannot be looked through", e);
        }
    }

    private static boolean renew(Path file, Resealing resealing) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] head = content.readNBytes(2);
            if (!resealing.isOld(head)) {
                return false;
            }
            put(
                    file,
                    resealing.anew(
                            Files.readAllBytes(file), context(file.getFileName().toString())));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be sealed anew", e);
        }
    }

    private static void put(Path place, byte[] sealed) throws IOException {
        Path parent = Objects.requireNonNull(place.getParent());
        Path temporary = Files.createTempFile(parent, "new-", ".tmp");
        try {
            Disk.write(temporary, sealed);
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        Disk.force(parent);
    }

    private Path place(String digest) {
        return folder.resolve(digest.substring(0, 2))
                .resolve(digest.substring(2, 4))
                .resolve(digest);
    }

    /** A new folder is forced out with the one it stands in. */
    private void makeFolders(String digest) throws IOException {
        Path first = folder.resolve(digest.substring(0, 2));
        Path second = first.resolve(digest.substring(2, 4));
        if (!Files.exists(second)) {
            Files.createDirectories(second);
            Disk.force(folder);
            Disk.force(first);
        }
    }

    private static String context(String digest) {
        return "files.content:" + digest;
    }
}

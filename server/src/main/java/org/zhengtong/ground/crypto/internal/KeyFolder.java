package org.zhengtong.ground.crypto.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.ground.disk.Disk;
import org.zhengtong.ground.start.CannotStart;

/**
 * The folder of the keys, readable by its owner only. A file in it is written once, and of two writers one wins; only the
 * list of field keys is replaced when it grows.
 */
final class KeyFolder {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
        try {
            Files.createDirectories(this.folder);
            Files.setPosixFilePermissions(this.folder, OWNER_FOLDER.value());
        } catch (IOException e) {
            throw new CannotStart(
                    "The folder of the keys, " + folder + ", cannot be made or kept from others.",
                    "See that it belongs to the user who starts the program.",
                    e);
        }
    }

    Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Files.setPosixFilePermissions(file, OWNER_FILE.value());
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("a key cannot be read: " + file, e);
        }
    }

    /** Puts a new content in the place of a file's; whoever reads meanwhile finds the one or the other, whole. */
    void replace(String name, byte[] content) {
        Path target = folder.resolve(name);
        try {
            Path temporary = Files.createTempFile(folder, "new-", ".tmp", OWNER_FILE);
            try {
                Disk.write(temporary, content);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            Disk.force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a key cannot be kept below " + folder, e);
        }
    }

    /** When the file was last written. */
    Instant changed(String name) {
        try {
            return Files.getLastModifiedTime(folder.resolve(name)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException("a key cannot be read below " + folder, e);
        }
    }

    /** @return what the file holds now: {@code content}, or what another writer put there first */
    byte[] writeOnce(String name, byte[] content) {
        try {
            Path target = folder.resolve(name);
            Path parent = Objects.requireNonNull(target.getParent());
            Files.createDirectories(parent, OWNER_FOLDER);
            Path temporary = Files.createTempFile(parent, "new-", ".tmp", OWNER_FILE);
            try {
                Disk.write(temporary, content);
                Files.createLink(target, temporary);
                Disk.force(parent);
            } catch (FileAlreadyExistsException another) {
                return read(name).orElseThrow();
            } finally {
                Files.delete(temporary);
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("a key cannot be kept below " + folder, e);
        }
    }

    Path path() {
        return folder;
    }
}

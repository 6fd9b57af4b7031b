package org.zhengtong.ground.audit.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.zhengtong.ground.disk.Disk;

/**
 * Tiles as static files. Of a tile that is not full yet a file is kept for each width a checkpoint needed; when it is
 * full they go, and what is asked for of them is cut from the full one.
 */
public final class TileFolder implements Tiles {
    private final Path folder;

    public TileFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> read(TileAddress address) {
        Optional<byte[]> exact = readFile(folder.resolve(address.path()));
        if (exact.isPresent()) {
            return exact.filter(content -> content.length == address.length());
        }
        return address.isFull() ? Optional.empty() : readWider(address);
    }

    private Optional<byte[]> readWider(TileAddress address) {
        Optional<byte[]> full = readFile(folder.resolve(address.full().path()));
        for (int width = address.width() + 1; full.isEmpty() && width < TileAddress.FULL; width++) {
            Path wider = folder.resolve(address.ofWidth(width).path());
            full = Files.exists(wider) ? readFile(wider) : Optional.empty();
        }
        return full.filter(content -> content.length >= address.length())
                .map(content -> Arrays.copyOf(content, address.length()));
    }

    private static Optional<byte[]> readFile(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a tile cannot be read: " + file, e);
        }
    }

    /** A tile whose name did not reach the disk before the power failed is written anew from the database. */
    void write(TileAddress address, byte[] content) {
        try {
            put(folder.resolve(address.path()), content);
            if (address.isFull()) {
                clear(folder.resolve(address.partialFolder()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a tile cannot be written below " + folder, e);
        }
    }

    /** A reader sees the old content or the new, never a part; what has returned is on the disk. */
    public static void replace(Path file, byte[] content) throws IOException {
        put(file, content);
        Disk.force(Objects.requireNonNull(file.getParent()));
    }

    private static void put(Path file, byte[] content) throws IOException {
        Path parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        Path temporary = Files.createTempFile(parent, "new-", ".tmp");
        try {
            Disk.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void clear(Path partials) throws IOException {
        if (Files.notExists(partials)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(partials)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(partials);
    }
}

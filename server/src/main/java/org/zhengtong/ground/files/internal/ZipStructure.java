package org.zhengtong.ground.files.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRefused.Reason;

/** Counts what an archive unpacks to; archives in archives, too many files and too much content are refused. */
final class ZipStructure {
    private static final int MOST_ENTRIES = 1000;
    private static final long MOST_BYTES = 200L << 20;
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int END_SIGNATURE = 0x06054B50;
    private static final int DIRECTORY_SIGNATURE = 0x02014B50;

    private ZipStructure() {}

    static void check(byte[] content) throws FileRefused {
        byte[] portion = new byte[8192];
        long bytes = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES || isArchive(entry.getName())) {
                    throw new FileRefused(Reason.ARCHIVE_BOMB);
                }
                for (int read = zip.read(portion); read >= 0; read = zip.read(portion)) {
                    bytes += read;
                    if (bytes > MOST_BYTES) {
                        throw new FileRefused(Reason.ARCHIVE_BOMB);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FileRefused(Reason.BROKEN);
        }
        if (entries == 0) {
            throw new FileRefused(Reason.BROKEN);
        }
    }

    /** Whether a program that reads archives from their end would find one here, whatever stands before it. */
    static boolean endsAsArchive(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int earliest = Math.max(0, content.length - END_RECORD - LONGEST_COMMENT);
        for (int at = content.length - END_RECORD; at >= earliest; at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                long directory = at - Integer.toUnsignedLong(bytes.getInt(at + 12));
                if (directory >= 0 && directory < at && bytes.getInt((int) directory) == DIRECTORY_SIGNATURE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(zip|jar|war|7z|rar|gz|tgz|bz2|xz|tar|zst)");
    }
}

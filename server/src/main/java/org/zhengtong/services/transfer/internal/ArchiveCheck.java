package org.zhengtong.services.transfer.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A look into the archive before anybody trusts it. Sheets are read as they flow; the parts that are held in memory —
 * strings, styles, the list of sheets — are unpacked here once, counting, because an archive may lie about sizes.
 */
final class ArchiveCheck {
    private static final int MOST_PARTS = 500;
    private static final long MOST_STRINGS = 128L << 20;
    private static final long MOST_OTHER = 16L << 20;
    /** A sheet of 10,000 entries has about 100 MB. */
    static final long MOST_SHEET = 1L << 30;

    private ArchiveCheck() {}

    static void look(Path file) throws IOException, BadFile {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_PARTS) {
                throw new BadFile("bomb");
            }
            if (archive.getEntry("xl/workbook.xml") == null || archive.getEntry("[Content_Types].xml") == null) {
                throw new BadFile("not-excel");
            }
            for (Enumeration<? extends ZipEntry> parts = archive.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                if (!part.getName().startsWith("xl/worksheets/")
                        && !part.getName().startsWith("xl/media/")) {
                    count(archive, part, part.getName().endsWith("sharedStrings.xml") ? MOST_STRINGS : MOST_OTHER);
                }
            }
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new BadFile("damaged");
        }
    }

    private static void count(ZipFile archive, ZipEntry part, long most) throws IOException, BadFile {
        try (InputStream content = new Counted(archive.getInputStream(part), most)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (TooMuch bomb) {
            throw new BadFile("bomb");
        }
    }

    /** More than is believed. */
    static final class TooMuch extends IOException {
        TooMuch() {
            super("unpacks to too much");
        }
    }

    /** Ends with {@link TooMuch} after {@code most} bytes. */
    static final class Counted extends FilterInputStream {
        private long left;

        Counted(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            spend(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            spend(Math.max(0, count));
            return count;
        }

        private void spend(int count) throws TooMuch {
            left -= count;
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }
}

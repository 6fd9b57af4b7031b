package org.zhengtong.ground.files.internal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRefused.Reason;

/** Walks the chunks of a PNG (ISO/IEC 15948): first IHDR, some IDAT, last IEND, every sum right, nothing after. */
final class PngStructure {
    private static final int SIGNATURE = 8;
    private static final int AROUND_DATA = 12;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;

    private PngStructure() {}

    static void check(byte[] content) throws FileRefused {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        boolean drawn = false;
        int at = SIGNATURE;
        while (at + AROUND_DATA <= content.length) {
            int length = bytes.getInt(at);
            int kind = bytes.getInt(at + 4);
            boolean first = at == SIGNATURE;
            if (length < 0 || length > content.length - at - AROUND_DATA || first != (kind == IHDR)) {
                throw new FileRefused(Reason.BROKEN);
            }
            checkSum(content, bytes, at, length);
            if (first) {
                checkSize(bytes, at, length);
            }
            drawn |= kind == IDAT;
            at += AROUND_DATA + length;
            if (kind == IEND) {
                if (!drawn || !onlyZeros(content, at)) {
                    throw new FileRefused(Reason.BROKEN);
                }
                return;
            }
        }
        throw new FileRefused(Reason.BROKEN);
    }

    private static void checkSize(ByteBuffer bytes, int at, int length) throws FileRefused {
        if (length != 13) {
            throw new FileRefused(Reason.BROKEN);
        }
        Pixels.check(Integer.toUnsignedLong(bytes.getInt(at + 8)), Integer.toUnsignedLong(bytes.getInt(at + 12)));
    }

    private static void checkSum(byte[] content, ByteBuffer bytes, int at, int length) throws FileRefused {
        CRC32 sum = new CRC32();
        sum.update(content, at + 4, length + 4);
        if ((int) sum.getValue() != bytes.getInt(at + 8 + length)) {
            throw new FileRefused(Reason.BROKEN);
        }
    }

    private static boolean onlyZeros(byte[] content, int from) {
        for (int at = from; at < content.length; at++) {
            if (content[at] != 0) {
                return false;
            }
        }
        return true;
    }
}

package org.zhengtong.ground.files.internal;

import java.nio.ByteBuffer;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRefused.Reason;

/**
 * Walks the segments of a JPEG (ITU-T T.81) up to its picture and finds the end of it. What phones put after the end
 * (a moving picture, notes of the maker) is let stand.
 */
final class JpegStructure {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    private JpegStructure() {}

    static void check(byte[] content) throws FileRefused {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        boolean sized = false;
        int at = 0;
        while (at + 4 <= content.length) {
            if ((content[at] & 0xFF) != 0xFF) {
                throw new FileRefused(Reason.BROKEN);
            }
            int kind = content[at + 1] & 0xFF;
            if (kind == 0xFF) {
                at++;
            } else if (kind == START || kind == 0x01 || (kind >= 0xD0 && kind <= 0xD7)) {
                at += 2;
            } else {
                int length = bytes.getShort(at + 2) & 0xFFFF;
                if (length < 2 || length > content.length - at - 2) {
                    throw new FileRefused(Reason.BROKEN);
                }
                if (isFrame(kind)) {
                    checkSize(bytes, at, length);
                    sized = true;
                }
                at += 2 + length;
                if (kind == SCAN) {
                    if (!sized || !ends(content, at)) {
                        throw new FileRefused(Reason.BROKEN);
                    }
                    return;
                }
            }
        }
        throw new FileRefused(Reason.BROKEN);
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which stand among them. */
    private static boolean isFrame(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static void checkSize(ByteBuffer bytes, int at, int length) throws FileRefused {
        if (length < 8) {
            throw new FileRefused(Reason.BROKEN);
        }
        Pixels.check(bytes.getShort(at + 7) & 0xFFFF, bytes.getShort(at + 5) & 0xFFFF);
    }

    private static boolean ends(byte[] content, int from) {
        for (int at = from; at + 1 < content.length; at++) {
            if ((content[at] & 0xFF) == 0xFF && (content[at + 1] & 0xFF) == END) {
                return true;
            }
        }
        return false;
    }
}

package org.zhengtong.ground.files.internal;

import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRefused.Reason;

/** How large a picture may become when it is drawn: more than any phone makes, less than a machine chokes on. */
final class Pixels {
    private static final long MOST = 100_000_000;

    private Pixels() {}

    static void check(long width, long height) throws FileRefused {
        if (width < 1 || height < 1) {
            throw new FileRefused(Reason.BROKEN);
        }
        if (width > MOST || height > MOST || width * height > MOST) {
            throw new FileRefused(Reason.ARCHIVE_BOMB);
        }
    }
}

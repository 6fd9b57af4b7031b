package org.zhengtong.ground.audit.tree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bundles of entries as C2SP {@code tlog-tiles} writes them: each entry behind its length, two bytes. An entry is the
 * digest of a leaf and nothing else; what a leaf tells is nobody's but those who may read it.
 */
final class Entries {
    static final int LENGTH = 2 + Digest.LENGTH;

    private Entries() {}

    static byte[] write(List<Digest> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream(entries.size() * LENGTH);
        for (Digest entry : entries) {
            bundle.write(0);
            bundle.write(Digest.LENGTH);
            bundle.writeBytes(entry.bytes());
        }
        return bundle.toByteArray();
    }

    /** @throws Refused when a length is wrong */
    static List<Digest> read(byte[] bundle) {
        List<Digest> entries = new ArrayList<>();
        for (int at = 0; at < bundle.length; at += LENGTH) {
            if (bundle.length - at < LENGTH || bundle[at] != 0 || bundle[at + 1] != Digest.LENGTH) {
                throw new Refused(Refusal.TILE_DAMAGED);
            }
            entries.add(Digest.of(Arrays.copyOfRange(bundle, at + 2, at + LENGTH)));
        }
        return entries;
    }
}

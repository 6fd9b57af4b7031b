package org.zhengtong.ground.crypto;

/** Brings sealed values under the newest key. */
public interface Resealing {
    /** @param sealed the whole value or its first bytes */
    boolean isOld(byte[] sealed);

    /** @throws IllegalStateException when the value was changed or stands in another place */
    byte[] anew(byte[] sealed, String context);
}

package org.zhengtong.ground.crypto;

/** Sealed values a room keeps outside the database. Those in it are found by the comments on their columns. */
public interface SealedOutside {
    /**
     * Looks at every value and seals anew what stands under an older key, while others read and write.
     *
     * @return how many were sealed anew
     */
    long renew(Resealing resealing);
}

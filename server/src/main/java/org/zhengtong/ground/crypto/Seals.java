package org.zhengtong.ground.crypto;

/** Electronic seals of bodies: SM2 signatures over SM3 (GB/T 32918.2), keys made on first use and kept in the key store. */
public interface Seals {
    /** Who signs what the house as a whole says: the seals of bodies (制章者), and the list of their certificates. */
    String MAKER = "seal-maker";

    /**
     * @param holder whose seal, the USCC of a body.
     * @return the signature, DER
     */
    byte[] seal(String holder, byte[] content);

    /** False for a changed content or signature, and for a holder that never sealed anything. */
    boolean verify(String holder, byte[] content, byte[] signature);
}

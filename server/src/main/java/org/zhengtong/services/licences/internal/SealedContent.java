package org.zhengtong.services.licences.internal;

/** A record as it lies on the shelf, encrypted, with the issuer's signature over the plain record. */
final class SealedContent {
    private final byte[] record;
    private final byte[] signature;

    SealedContent(byte[] record, byte[] signature) {
        this.record = record.clone();
        this.signature = signature.clone();
    }

    byte[] record() {
        return record.clone();
    }

    byte[] signature() {
        return signature.clone();
    }
}

package org.zhengtong.ground.crypto;

/** Finds an encrypted value without opening it: SM3-HMAC of the value under a key of its own. */
public interface BlindIndex {
    /** @param field which kind of value, such as {@code identity.number}: equal values of two kinds have different indexes */
    byte[] of(String value, String field);
}

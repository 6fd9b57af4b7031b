package org.zhengtong.ground.crypto;

/**
 * Encrypts single fields and small documents (SM4-GCM, a fresh nonce each time) under the house's field key.
 * The context binds a value to its place: what is copied to another row or column does not open there.
 */
public interface FieldCipher {
    /** @param context where the value stands, such as {@code identity.person.number:<uuid>} */
    byte[] seal(byte[] plain, String context);

    /** @throws IllegalStateException when the value was changed or stands in another place */
    byte[] open(byte[] sealed, String context);

    byte[] seal(String plain, String context);

    String openText(byte[] sealed, String context);
}

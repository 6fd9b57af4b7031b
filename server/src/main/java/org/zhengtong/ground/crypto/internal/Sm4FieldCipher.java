package org.zhengtong.ground.crypto.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.params.KeyParameter;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.Resealing;

/**
 * A sealed value is: format (1 byte, now 1), number of the key (1 byte), nonce (12), cipher text, tag (16). The first two
 * bytes and the context are authenticated with it.
 */
final class Sm4FieldCipher implements FieldCipher, Resealing {
    private static final byte FORMAT = 1;
    private static final int HEAD = 2;
    private static final int BEFORE_TEXT = HEAD + Sm4Gcm.NONCE;

    private final FieldKeys keys;
    private final SecureRandom random;

    Sm4FieldCipher(FieldKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
        int number = keys.current();
        byte[] nonce = new byte[Sm4Gcm.NONCE];
        random.nextBytes(nonce);
        byte[] sealed = new byte[BEFORE_TEXT + plain.length + Sm4Gcm.TAG];
        sealed[0] = FORMAT;
        sealed[1] = (byte) number;
        System.arraycopy(nonce, 0, sealed, HEAD, Sm4Gcm.NONCE);
        Sm4Gcm.seal(key(number), nonce, beside(number, context), plain, sealed, BEFORE_TEXT);
        return sealed;
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length < BEFORE_TEXT + Sm4Gcm.TAG || sealed[0] != FORMAT) {
            throw new IllegalStateException("not a sealed value");
        }
        int number = Byte.toUnsignedInt(sealed[1]);
        byte[] nonce = Arrays.copyOfRange(sealed, HEAD, BEFORE_TEXT);
        return Sm4Gcm.open(key(number), nonce, beside(number, context), sealed, BEFORE_TEXT)
                .orElseThrow(() -> new IllegalStateException("a sealed value was changed or stands in another place"));
    }

    @Override
    public byte[] seal(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    @Override
    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    @Override
    public boolean isOld(byte[] sealed) {
        return Byte.toUnsignedInt(sealed[1]) != keys.current();
    }

    @Override
    public byte[] anew(byte[] sealed, String context) {
        return seal(open(sealed, context), context);
    }

    private KeyParameter key(int number) {
        return keys.field(number)
                .orElseThrow(
                        () -> new IllegalStateException("sealed under field key " + number + ", which is not here"));
    }

    private static byte[] beside(int number, String context) {
        byte[] place = context.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + place.length)
                .put(FORMAT)
                .put((byte) number)
                .put(place)
                .array();
    }
}

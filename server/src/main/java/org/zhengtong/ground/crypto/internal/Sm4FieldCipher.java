package org.zhengtong.ground.crypto.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.zhengtong.ground.crypto.FieldCipher;

/**
 * SM4-GCM. A sealed value is: format (1 byte, now 1), number of the key (1 byte), nonce (12), cipher text, tag (16). The
 * first two bytes and the context are authenticated with it.
 */
final class Sm4FieldCipher implements FieldCipher {
    private static final byte FORMAT = 1;
    private static final int HEAD = 2;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final FieldKeys keys;
    private final SecureRandom random;

    Sm4FieldCipher(FieldKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = new byte[HEAD + NONCE + plain.length + TAG];
        sealed[0] = FORMAT;
        sealed[1] = (byte) keys.current();
        System.arraycopy(nonce, 0, sealed, HEAD, NONCE);
        GCMModeCipher cipher =
                cipher(true, keys.field(keys.current()).orElseThrow(), nonce, sealed[0], sealed[1], context);
        int written = cipher.processBytes(plain, 0, plain.length, sealed, HEAD + NONCE);
        try {
            cipher.doFinal(sealed, HEAD + NONCE + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing has no text to be invalid", e);
        }
        return sealed;
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length < HEAD + NONCE + TAG || sealed[0] != FORMAT) {
            throw new IllegalStateException("not a sealed value");
        }
        KeyParameter key = keys.field(Byte.toUnsignedInt(sealed[1]))
                .orElseThrow(() -> new IllegalStateException("sealed under a key that is not here"));
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, HEAD, nonce, 0, NONCE);
        GCMModeCipher cipher = cipher(false, key, nonce, sealed[0], sealed[1], context);
        int length = sealed.length - HEAD - NONCE;
        byte[] plain = new byte[length - TAG];
        int written = cipher.processBytes(sealed, HEAD + NONCE, length, plain, 0);
        try {
            cipher.doFinal(plain, written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a sealed value was changed or stands in another place", e);
        }
        return plain;
    }

    @Override
    public byte[] seal(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    @Override
    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    private static GCMModeCipher cipher(
            boolean sealing, KeyParameter key, byte[] nonce, byte format, byte number, String context) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(key, TAG * 8, nonce));
        cipher.processAADByte(format);
        cipher.processAADByte(number);
        byte[] place = context.getBytes(StandardCharsets.UTF_8);
        cipher.processAADBytes(place, 0, place.length);
        return cipher;
    }
}

package org.zhengtong.ground.crypto.internal;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) in GCM as RFC 8998 has it: a nonce of 12 bytes, a tag of 16 behind the cipher text. */
final class Sm4Gcm {
    static final int NONCE = 12;
    static final int TAG = 16;

    private Sm4Gcm() {}

    /** Writes the cipher text and its tag to {@code target} from {@code at} on. */
    static void seal(KeyParameter key, byte[] nonce, byte[] beside, byte[] plain, byte[] target, int at) {
        GCMModeCipher cipher = cipher(true, key, nonce, beside);
        try {
            int written = cipher.processBytes(plain, 0, plain.length, target, at);
            cipher.doFinal(target, at + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing has no cipher text to be invalid", e);
        }
    }

    /** @return empty when the cipher text, its tag, the nonce or what stands beside it was changed */
    static Optional<byte[]> open(KeyParameter key, byte[] nonce, byte[] beside, byte[] source, int at) {
        int length = source.length - at;
        byte[] plain = new byte[length - TAG];
        GCMModeCipher cipher = cipher(false, key, nonce, beside);
        try {
            int written = cipher.processBytes(source, at, length, plain, 0);
            cipher.doFinal(plain, written);
            return Optional.of(plain);
        } catch (InvalidCipherTextException changed) {
            return Optional.empty();
        }
    }

    private static GCMModeCipher cipher(boolean sealing, KeyParameter key, byte[] nonce, byte[] beside) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(key, TAG * 8, nonce, beside));
        return cipher;
    }
}

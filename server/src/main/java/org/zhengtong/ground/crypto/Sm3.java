package org.zhengtong.ground.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The digest of GB/T 32905, 32 bytes. */
public final class Sm3 {
    private Sm3() {}

    public static byte[] digest(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] result = new byte[32];
        digest.doFinal(result, 0);
        return result;
    }

    public static byte[] hmac(byte[] key, byte[] content) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(content, 0, content.length);
        byte[] result = new byte[32];
        mac.doFinal(result, 0);
        return result;
    }
}

package org.zhengtong.ground.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** The signature of GB/T 32918.2 over SM3, DER (GB/T 35276), with the signer named as GM/T 0009 names everyone. */
public final class Sm2 {
    private static final byte[] SIGNER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private Sm2() {}

    public static byte[] sign(AsymmetricKeyParameter secret, byte[] content, SecureRandom random) {
        SM2Signer signer = new SM2Signer(StandardDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(true, new ParametersWithID(new ParametersWithRandom(secret, random), SIGNER));
        signer.update(content, 0, content.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("the content could not be signed", e);
        }
    }

    public static boolean verify(AsymmetricKeyParameter open, byte[] content, byte[] signature) {
        SM2Signer signer = new SM2Signer(StandardDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(false, new ParametersWithID(open, SIGNER));
        signer.update(content, 0, content.length);
        return signer.verifySignature(signature);
    }
}

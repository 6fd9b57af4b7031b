package org.zhengtong.ground.crypto.internal;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** A pair of keys on the curve of GB/T 32918.5 and the certificate of the public one. */
record Sm2Key(AsymmetricKeyParameter secret, AsymmetricKeyParameter open, X509Certificate certificate) {

    static Sm2Key of(PrivateKey secret, X509Certificate certificate) throws IOException {
        return new Sm2Key(
                PrivateKeyFactory.createKey(secret.getEncoded()),
                PublicKeyFactory.createKey(certificate.getPublicKey().getEncoded()),
                certificate);
    }

    @Override
    public String toString() {
        return "Sm2Key[…]";
    }
}

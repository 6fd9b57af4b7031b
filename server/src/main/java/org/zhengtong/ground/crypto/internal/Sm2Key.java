package org.zhengtong.ground.crypto.internal;

import java.io.IOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** A pair of keys on the curve of GB/T 32918.5 and the certificate of the public one. */
record Sm2Key(AsymmetricKeyParameter secret, AsymmetricKeyParameter open, X509CertificateHolder certificate) {

    /**
     * @param secret PKCS #8
     * @param certificate X.509, DER
     */
    static Sm2Key of(byte[] secret, byte[] certificate) throws IOException {
        X509CertificateHolder holder = new X509CertificateHolder(certificate);
        return new Sm2Key(
                PrivateKeyFactory.createKey(secret),
                PublicKeyFactory.createKey(holder.getSubjectPublicKeyInfo()),
                holder);
    }

    @Override
    public String toString() {
        return "Sm2Key[…]";
    }
}

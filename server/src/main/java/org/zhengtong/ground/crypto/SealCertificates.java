package org.zhengtong.ground.crypto;

import java.util.Optional;

/** What others need to verify a seal without us. */
public interface SealCertificates {
    /**
     * @param holder whose seal, the USCC of a body
     * @return the certificate (X.509, DER), signed by the seal itself; empty before the first use of the seal
     */
    Optional<byte[]> of(String holder);
}

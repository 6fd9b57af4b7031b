package org.zhengtong.services.licences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;

/** r and s of an SM2 signature one after the other (GB/T 32918.2): 64 bytes, and one way to write it. */
public final class PlainSignature {
    private static final int HALF = LicenceCode.SIGNATURE / 2;

    private PlainSignature() {}

    public static byte[] of(byte[] der) {
        ASN1Sequence both = ASN1Sequence.getInstance(der);
        byte[] plain = new byte[LicenceCode.SIGNATURE];
        for (int i = 0; i < 2; i++) {
            BigInteger part = ASN1Integer.getInstance(both.getObjectAt(i)).getPositiveValue();
            System.arraycopy(BigIntegers.asUnsignedByteArray(HALF, part), 0, plain, i * HALF, HALF);
        }
        return plain;
    }

    static byte[] der(byte[] plain) {
        try {
            return new DERSequence(new ASN1Integer[] {
                        new ASN1Integer(new BigInteger(1, Arrays.copyOf(plain, HALF))),
                        new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(plain, HALF, plain.length)))
                    })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

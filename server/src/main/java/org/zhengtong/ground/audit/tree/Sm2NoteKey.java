package org.zhengtong.ground.audit.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.zhengtong.ground.crypto.Sm2;

/**
 * A log's SM2 key. C2SP has given SM2 no number of its own; {@code 0xff} stands before kinds that are named instead.
 */
public final class Sm2NoteKey implements NoteKey {
    static final byte[] KIND = "\u00ffSM2withSM3:".getBytes(StandardCharsets.ISO_8859_1);
    private static final int POINT = 65;
    private static final ECDomainParameters CURVE = curve();

    private final String name;
    private final byte[] point;
    private final ECPublicKeyParameters key;

    private Sm2NoteKey(String name, byte[] point, ECPublicKeyParameters key) {
        this.name = name;
        this.point = point;
        this.key = key;
    }

    /** @param point on the curve of GB/T 32918.5, uncompressed: {@code 04}, x, y */
    public static Optional<Sm2NoteKey> of(String name, byte[] point) {
        if (point.length != POINT || point[0] != 4 || !NoteKey.isName(name)) {
            return Optional.empty();
        }
        try {
            ECPublicKeyParameters key =
                    new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), CURVE);
            return Optional.of(new Sm2NoteKey(name, point.clone(), key));
        } catch (IllegalArgumentException notOnTheCurve) {
            return Optional.empty();
        }
    }

    static boolean isKind(byte[] material) {
        return material.length > KIND.length && Arrays.equals(KIND, Arrays.copyOf(material, KIND.length));
    }

    /** @param signature as {@link Sm2#sign} makes it, over the text of the note */
    public NoteSignature signature(byte[] signature) {
        return new NoteSignature(name, id(), signature);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public byte[] material() {
        byte[] material = Arrays.copyOf(KIND, KIND.length + point.length);
        System.arraycopy(point, 0, material, KIND.length, point.length);
        return material;
    }

    @Override
    public boolean hasSigned(String text, byte[] signature) {
        return Sm2.verify(key, text.getBytes(StandardCharsets.UTF_8), signature);
    }

    private static ECDomainParameters curve() {
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}

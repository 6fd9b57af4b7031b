package org.zhengtong.ground.crypto.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.test.TestRandomBigInteger;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.crypto.Sm2;
import org.zhengtong.ground.crypto.Sm3;

/** The examples the standards print. */
class StandardVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SM4_KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

    private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));
    private static final byte[] MESSAGE = text("message digest");
    private static final String SECRET = "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8";
    private static final String OPEN = "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
            + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
    private static final String NONCE = "59276E27D506861A16680F3AD9C02DCCEF3CC1FA3CDBE4CE6D54B80DEAC1BC21";
    private static final String R = "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
    private static final String S = "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

    @Test
    void sm3_of_GB_T_32905_A_1() {
        assertThat(hex(Sm3.digest(text("abc"))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void sm3_of_GB_T_32905_A_2_also_in_parts() {
        String whole = "abcd".repeat(16);

        assertThat(hex(Sm3.digest(text(whole))))
                .isEqualTo(hex(Sm3.digest(text(whole.substring(0, 7)), text(whole.substring(7)))))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void hmac_sm3_of_GM_T_0042_D_3() {
        byte[] thirtyTwo = HEX.parseHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
        byte[] thirtySeven = HEX.parseHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425");

        assertThat(hex(Sm3.hmac(thirtyTwo, text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2)))))
                .isEqualTo("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
        assertThat(hex(Sm3.hmac(thirtySeven, HEX.parseHex("cd".repeat(50)))))
                .isEqualTo("220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae");
        assertThat(hex(Sm3.hmac(HEX.parseHex("0b".repeat(32)), text("Hi There"))))
                .isEqualTo("c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e");
        assertThat(hex(Sm3.hmac(text("Jefe"), text("what do ya want for nothing?"))))
                .isEqualTo("2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882");
    }

    @Test
    void sm4_of_GB_T_32907_A_1() {
        assertThat(hex(sm4(1))).isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @Test
    void sm4_of_GB_T_32907_A_2_a_million_times() {
        assertThat(hex(sm4(1_000_000))).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
    }

    @Test
    void sm4_gcm_of_RFC_8998_A_1() {
        byte[] nonce = HEX.parseHex("00001234567800000000ABCD");
        byte[] beside = HEX.parseHex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        byte[] plain = HEX.parseHex("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        byte[] sealed = new byte[plain.length + Sm4Gcm.TAG];

        Sm4Gcm.seal(new KeyParameter(SM4_KEY), nonce, beside, plain, sealed, 0);

        assertThat(hex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(Sm4Gcm.open(new KeyParameter(SM4_KEY), nonce, beside, sealed, 0))
                .contains(plain);
    }

    @Test
    void sm2_verifies_the_signature_of_GM_T_0003_5_A_2() throws Exception {
        byte[] signature = StandardDSAEncoding.INSTANCE.encode(CURVE.getN(), number(R), number(S));
        var open = new ECPublicKeyParameters(CURVE.getCurve().decodePoint(HEX.parseHex(OPEN)), CURVE);

        assertThat(Sm2.verify(open, MESSAGE, signature)).isTrue();
        assertThat(Sm2.verify(open, text("message digesT"), signature)).isFalse();
    }

    @Test
    void sm2_signs_as_GM_T_0003_5_A_2_when_given_its_random_number() throws Exception {
        var secret = new ECPrivateKeyParameters(number(SECRET), CURVE);

        byte[] signature = Sm2.sign(secret, MESSAGE, new TestRandomBigInteger(NONCE, 16));

        assertThat(signature).isEqualTo(StandardDSAEncoding.INSTANCE.encode(CURVE.getN(), number(R), number(S)));
    }

    private static byte[] sm4(int times) {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(SM4_KEY));
        byte[] block = SM4_KEY.clone();
        for (int time = 0; time < times; time++) {
            engine.processBlock(block, 0, block, 0);
        }
        return block;
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }
}

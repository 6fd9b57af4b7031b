package org.zhengtong.bench;

import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.services.licences.IssuerList;
import org.zhengtong.services.licences.LicenceCode;
import org.zhengtong.services.licences.LicenceIdentifier;
import org.zhengtong.services.licences.OfflineVerification;
import org.zhengtong.services.licences.PlainSignature;

/** How long a scanned licence takes to be verified without a network, each code a new one. */
final class LicenceOfflineMeasure implements Measure {
    private static final double GOAL = 5;
    private static final int ISSUERS = 40;
    private static final int CODES = 6_000;
    private static final int WARM_UP = 3_000;

    @Override
    public String name() {
        return "licence-offline";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        SecureRandom random = new SecureRandom();
        InventedIssuer maker = new InventedIssuer("seal-maker", random);
        List<InventedIssuer> issuers = new ArrayList<>();
        for (int i = 0; i < ISSUERS; i++) {
            issuers.add(new InventedIssuer("11339900%010d".formatted(i), random));
        }
        OfflineVerification verification = new OfflineVerification(list(maker, issuers), Optional.empty());
        List<Scanned> scanned = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            scanned.add(Scanned.of(issuers.get(i % ISSUERS), i));
        }
        double[] ours = new double[CODES - WARM_UP];
        double[] reference = new double[CODES - WARM_UP];
        for (int i = 0; i < CODES; i++) {
            long start = System.nanoTime();
            boolean genuine =
                    verification.verify(scanned.get(i).address()) instanceof OfflineVerification.Answer.Genuine;
            double took = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            boolean signed = scanned.get(i).signedPlainly();
            double plain = (System.nanoTime() - start) / 1e6;
            if (!genuine || !signed) {
                throw new IllegalStateException("a genuine code was refused");
            }
            if (i >= WARM_UP) {
                ours[i - WARM_UP] = took;
                reference[i - WARM_UP] = plain;
            }
        }
        return List.of(Figure.atMost(
                name(),
                GOAL,
                Load.ninetyFive(ours),
                Load.ninetyFive(reference),
                "licence-offline: milliseconds within which 95 of 100 scanned codes are read, found among " + ISSUERS
                        + " issuers and verified on one core; reference: the bare signature verified by the JCA"));
    }

    private static IssuerList list(InventedIssuer maker, List<InventedIssuer> issuers) {
        Instant made = Instant.parse("2026-03-02T01:00:00Z");
        List<IssuerList.Issuer> known = issuers.stream()
                .map(one -> new IssuerList.Issuer(one.uscc(), "云溪市试验局", text(one.certificate())))
                .toList();
        return new IssuerList(
                made, known, text(maker.certificate()), text(maker.sign(IssuerList.content(made, known))));
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A code as it stands in a picture, and what the reference verifies of it. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Scanned(String address, InventedIssuer issuer, byte[] content, byte[] signature) {
        private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

        static Scanned of(InventedIssuer issuer, int number) {
            LicenceCode code = new LicenceCode(
                    new LicenceIdentifier("11100000MB0143028R001", issuer.uscc(), "2026%07d".formatted(number), 1)
                            .toString(),
                    "食品经营许可证",
                    "云溪老李饭店有限公司",
                    LocalDate.of(2026, 3, 2),
                    Optional.of(LocalDate.of(2031, 3, 1)),
                    Instant.parse("2026-03-02T01:00:00Z"),
                    LicenceCode.Fingerprint.of(Sm3.digest(issuer.certificate())),
                    Optional.empty());
            byte[] signature = issuer.sign(code.content());
            return new Scanned(
                    "https://zw.yunxi.example/verify/" + code.identifier() + "?code="
                            + code.with(PlainSignature.of(signature)),
                    issuer,
                    code.content(),
                    signature);
        }

        boolean signedPlainly() throws Exception {
            Signature plain = Signature.getInstance("SM3withSM2", PROVIDER);
            plain.initVerify(issuer.open());
            plain.update(content);
            return plain.verify(signature);
        }
    }
}

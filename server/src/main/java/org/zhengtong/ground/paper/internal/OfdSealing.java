package org.zhengtong.ground.paper.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.ofdrw.core.signatures.SigType;
import org.ofdrw.gm.ses.v1.SES_ESPictrueInfo;
import org.ofdrw.gm.ses.v1.SES_Header;
import org.ofdrw.gm.ses.v4.CertInfoList;
import org.ofdrw.gm.ses.v4.SES_CertList;
import org.ofdrw.gm.ses.v4.SES_ESPropertyInfo;
import org.ofdrw.gm.ses.v4.SES_SealInfo;
import org.ofdrw.gm.ses.v4.SES_Signature;
import org.ofdrw.gm.ses.v4.SESeal;
import org.ofdrw.gm.ses.v4.TBS_Sign;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.ExtendSignatureContainer;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.stamppos.NormalStampPos;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Seals;
import org.zhengtong.ground.paper.OfdDocument;

/**
 * Puts the body's electronic seal on an OFD document (GB/T 38540-2020, version 4). The seal is made and signed by the
 * house's seal maker, the signature over the document by the key of the body; keys never leave the key store.
 */
@Component
class OfdSealing {
    private static final int SEAL_PIXELS = 700;

    /** A seal of an organisation: its picture is used as it is (GB/T 38540, 5.2.3). */
    private static final int OF_ORGANISATION = 1;

    private final Seals seals;
    private final SealCertificates certificates;
    private final Clock clock;

    OfdSealing(Seals seals, SealCertificates certificates, Clock clock) {
        this.seals = seals;
        this.certificates = certificates;
        this.clock = clock;
    }

    void seal(OfdDocument document, Path drawn, Path out) throws IOException {
        OfdDocument.Seal seal = document.seal();
        try (OFDReader reader = new OFDReader(drawn);
                OFDSigner signer = new OFDSigner(reader, out)) {
            signer.setSignMode(SignMode.WholeProtected);
            signer.setSignContainer(new Signing(seal.holder(), made(seal)));
            signer.addApPos(new NormalStampPos(document.sheets().size(), seal.x(), seal.y(), seal.side(), seal.side()));
            signer.exeSign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal could not be put on a document", e);
        }
    }

    private SESeal made(OfdDocument.Seal seal) throws IOException {
        seals.seal(seal.holder(), new byte[0]);
        X509CertificateHolder certificate = new X509CertificateHolder(certificate(seal.holder()));
        SES_ESPropertyInfo property = new SES_ESPropertyInfo()
                .setType(new ASN1Integer(OF_ORGANISATION))
                .setName(new DERUTF8String(seal.bodyName()))
                .setCertListType(SES_ESPropertyInfo.CertListType)
                .setCertList(new SES_CertList(new CertInfoList().add(new DEROctetString(certificate(seal.holder())))))
                .setCreateDate(time(certificate.getNotBefore()))
                .setValidStart(time(certificate.getNotBefore()))
                .setValidEnd(time(certificate.getNotAfter()));
        SES_SealInfo info = new SES_SealInfo()
                .setHeader(new SES_Header(SES_Header.V4, new DERIA5String("ZHENGTONG")))
                .setEsID(seal.holder())
                .setProperty(property)
                .setPicture(new SES_ESPictrueInfo()
                        .setType("PNG")
                        .setData(seal.picture().png(SEAL_PIXELS))
                        .setWidth((int) seal.side())
                        .setHeight((int) seal.side()));
        byte[] signature = seals.seal(Seals.MAKER, info.getEncoded(ASN1Encoding.DER));
        return new SESeal()
                .seteSealInfo(info)
                .setCert(new DEROctetString(certificate(Seals.MAKER)))
                .setSignAlgID(GMObjectIdentifiers.sm2sign_with_sm3)
                .setSignedValue(signature);
    }

    private byte[] certificate(String holder) {
        return certificates.of(holder).orElseThrow();
    }

    private static ASN1GeneralizedTime time(Date date) {
        return new ASN1GeneralizedTime(date, Locale.ROOT);
    }

    /** What the library asks of whoever holds the key. */
    private final class Signing implements ExtendSignatureContainer {
        private final String body;
        private final SESeal seal;

        Signing(String body, SESeal seal) {
            this.body = body;
            this.seal = seal;
        }

        @Override
        public MessageDigest getDigestFnc() {
            return new SM3.Digest();
        }

        @Override
        public ASN1ObjectIdentifier getSignAlgOID() {
            return GMObjectIdentifiers.sm2sign_with_sm3;
        }

        @Override
        public byte[] sign(InputStream content, String propertyInfo) throws IOException {
            Instant now = clock.instant();
            TBS_Sign toSign = new TBS_Sign()
                    .setVersion(SES_Header.V4)
                    .setEseal(seal)
                    .setTimeInfo(time(Date.from(now)))
                    .setDataHash(getDigestFnc().digest(content.readAllBytes()))
                    .setPropertyInfo(propertyInfo);
            return new SES_Signature()
                    .setToSign(toSign)
                    .setCert(new DEROctetString(certificate(body)))
                    .setSignatureAlgID(GMObjectIdentifiers.sm2sign_with_sm3)
                    .setSignature(seals.seal(body, toSign.getEncoded(ASN1Encoding.DER)))
                    .getEncoded(ASN1Encoding.DER);
        }

        @Override
        public byte[] getSeal() throws IOException {
            return seal.getEncoded(ASN1Encoding.DER);
        }

        @Override
        public SigType getSignType() {
            return SigType.Seal;
        }
    }
}

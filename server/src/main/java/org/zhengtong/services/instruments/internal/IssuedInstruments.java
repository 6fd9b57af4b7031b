package org.zhengtong.services.instruments.internal;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.paper.VerificationCode;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseDocument;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.Instruments;
import org.zhengtong.services.instruments.Print;
import org.zhengtong.services.instruments.Verified;
import org.zhengtong.services.instruments.Wording;

/** Issues documents once, whoever asks first: a reader, the round after a step, or two of them at the same moment. */
@Service
class IssuedInstruments implements Instruments {
    private static final Logger LOG = LoggerFactory.getLogger(IssuedInstruments.class);

    private final InstrumentStore store;
    private final StoredWordings wordings;
    private final Filling filling;
    private final PdfPrinting pdf;
    private final OfdPrinting ofd;
    private final FileStore files;
    private final SealCertificates certificates;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IssuedInstruments(
            InstrumentStore store,
            StoredWordings wordings,
            Filling filling,
            PdfPrinting pdf,
            OfdPrinting ofd,
            FileStore files,
            SealCertificates certificates,
            AuditLog audit,
            Identifiers identifiers,
            RandomGenerator random,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.wordings = wordings;
        this.filling = filling;
        this.pdf = pdf;
        this.ofd = ofd;
        this.files = files;
        this.certificates = certificates;
        this.audit = audit;
        this.identifiers = identifiers;
        this.random = random;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Instrument read(CaseFile file, CaseDocument document) {
        return store.find(file.id(), document).orElseGet(() -> issue(file, document));
    }

    @Override
    public List<Instrument> all(CaseFile file) {
        return CaseDocument.of(file).stream()
                .map(document -> read(file, document))
                .toList();
    }

    private Instrument issue(CaseFile file, CaseDocument document) {
        Instrument instrument = written(file.asNamedAt(document.step()), document);
        transaction.executeWithoutResult(_ -> {
            if (store.add(instrument, document.step().number(), clock.instant())) {
                audit.append(
                        file.id().value(),
                        "instruments.issue",
                        "system",
                        Map.of(
                                "document", document.name(),
                                "kind", document.kind().name(),
                                "number", document.number(),
                                "wording", Integer.toString(instrument.wording()),
                                "words", sm3(instrument.text().plain())));
            }
        });
        return store.find(file.id(), document).orElseThrow();
    }

    private Instrument written(CaseFile file, CaseDocument document) {
        Wording wording =
                wordings.at(file.bodyUscc(), document.kind(), document.step().at());
        return new Instrument(
                identifiers.next(),
                file.id(),
                document.kind(),
                document.name(),
                document.number(),
                file.bodyUscc(),
                file.bodyName(),
                wording.version(),
                document.step().at(),
                VerificationCode.draw(random).value(),
                document.kind() == DocumentKind.DEFERRAL_PROMISE ? file.applicantName() : file.bodyName(),
                wording.fill(filling.values(file, document)));
    }

    @Override
    public Print print(Instrument instrument) {
        Optional<InstrumentStore.PrintRow> made = store.print(instrument.id());
        if (made.isPresent()) {
            return opened(made.get());
        }
        try {
            return opened(java.util.Objects.requireNonNull(transaction.execute(_ -> printed(instrument))));
        } catch (RuntimeException failure) {
            LOG.error(
                    "Document {} of case {} could not be printed",
                    instrument.name(),
                    instrument.caseId().value(),
                    failure);
            throw new Problem(503, "instruments.not-printed");
        }
    }

    private InstrumentStore.PrintRow printed(Instrument instrument) {
        store.lock(instrument.id());
        return store.print(instrument.id()).orElseGet(() -> print(instrument, instrument.fileName()));
    }

    private InstrumentStore.PrintRow print(Instrument instrument, String name) {
        StoredFile forPeople = files.keepMade(pdf.print(instrument), name + ".pdf", "application/pdf");
        StoredFile sealed = files.keepMade(ofd.print(instrument), name + ".ofd", Print.OFD);
        InstrumentStore.PrintRow row =
                new InstrumentStore.PrintRow(forPeople.id(), forPeople.sm3(), sealed.id(), sealed.sm3());
        store.add(instrument.id(), row, clock.instant());
        audit.append(
                instrument.caseId().value(),
                "instruments.print",
                "system",
                Map.of("document", instrument.name(), "pdf", row.pdfSm3(), "ofd", row.ofdSm3()));
        return row;
    }

    private Print opened(InstrumentStore.PrintRow row) {
        return new Print(file(row.pdf()), file(row.ofd()));
    }

    private StoredFile file(UUID id) {
        return files.find(id).orElseThrow();
    }

    @Override
    public Optional<Verified> verify(String code) {
        return VerificationCode.parse(code)
                .flatMap(read -> store.find(read.value()))
                .map(this::verified);
    }

    private Verified verified(Instrument found) {
        Optional<InstrumentStore.PrintRow> print = store.print(found.id());
        return new Verified(
                found.text().title(),
                found.number(),
                found.bodyName(),
                found.date(),
                found.code(),
                print.map(InstrumentStore.PrintRow::pdfSm3),
                print.map(InstrumentStore.PrintRow::ofdSm3),
                certificates.of(found.body()).map(certificate -> HexFormat.of().formatHex(Sm3.digest(certificate))));
    }

    private static String sm3(String text) {
        return HexFormat.of().formatHex(Sm3.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}

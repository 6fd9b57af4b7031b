package org.zhengtong.services.licences.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.paper.OfdPaper;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopy;
import org.zhengtong.services.licences.LicenceImages;
import org.zhengtong.services.licences.LicencePrint;
import org.zhengtong.services.licences.LicencePrints;

/** Prints each version once, and each copy; the digests of the prints are kept and stand in the audit log. */
@Service
class KeptPrints implements LicencePrints {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPrints.class);

    private final PrintStore store;
    private final LicenceTypes types;
    private final LicenceCodes codes;
    private final LicencePaper pdf;
    private final OfdPaper ofd;
    private final LicenceImages images;
    private final FileStore files;
    private final AuditLog audit;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeptPrints(
            PrintStore store,
            LicenceTypes types,
            LicenceCodes codes,
            LicencePaper pdf,
            OfdPaper ofd,
            LicenceImages images,
            FileStore files,
            AuditLog audit,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.types = types;
        this.codes = codes;
        this.pdf = pdf;
        this.ofd = ofd;
        this.images = images;
        this.files = files;
        this.audit = audit;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public LicencePrint of(Licence licence) {
        String subject = licence.version() + " " + licence.state();
        return print(licence, subject, () -> face(licence, Optional.empty()));
    }

    LicencePrint of(LicenceCopy copy, Licence licence) {
        return print(licence, copy.number(), () -> face(licence, Optional.of(copy)));
    }

    private Face face(Licence licence, Optional<LicenceCopy> copy) {
        return new Face(
                messages,
                licence,
                types.of(licence.type()),
                images,
                codes.of(licence, copy.map(LicenceCopy::forUse)),
                copy);
    }

    /** @param subject what of the licence is printed */
    private LicencePrint print(Licence licence, String subject, Supplier<Face> face) {
        Optional<PrintStore.Row> made = store.find(licence.id(), subject);
        if (made.isPresent()) {
            return opened(made.get());
        }
        try {
            return opened(Objects.requireNonNull(transaction.execute(_ -> printed(licence, subject, face))));
        } catch (RuntimeException failure) {
            LOG.error("Licence {} could not be printed", licence.id(), failure);
            throw new Problem(503, "licence-not-printed");
        }
    }

    private PrintStore.Row printed(Licence licence, String subject, Supplier<Face> face) {
        store.lock(licence.id());
        return store.find(licence.id(), subject).orElseGet(() -> keep(licence, subject, face.get()));
    }

    private PrintStore.Row keep(Licence licence, String subject, Face face) {
        String name = licence.type() + " " + licence.number();
        StoredFile forPeople = files.keepMade(pdf.pdf(face), name + ".pdf", "application/pdf");
        StoredFile sealed = files.keepMade(ofd.print(LicenceSheet.of(face)), name + ".ofd", OfdPaper.TYPE);
        PrintStore.Row row = new PrintStore.Row(forPeople.id(), forPeople.sm3(), sealed.id(), sealed.sm3());
        store.add(licence.id(), subject, row, clock.instant());
        audit.append(
                licence.id(),
                "licences.print",
                "system",
                Map.of("identifier", licence.identifier(), "pdf", row.pdfSm3(), "ofd", row.ofdSm3()));
        return row;
    }

    private LicencePrint opened(PrintStore.Row row) {
        return new LicencePrint(file(row.pdf()), file(row.ofd()));
    }

    private StoredFile file(UUID id) {
        return files.find(id).orElseThrow();
    }
}

package org.zhengtong.services.instruments.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Seals;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseRecords;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.instruments.CaseArchive;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.Instruments;
import org.zhengtong.services.instruments.KeptPackage;
import org.zhengtong.services.instruments.Print;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Service
class SealedCaseArchive implements CaseArchive {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final CaseRecords cases;
    private final CaseDesk desk;
    private final Catalogue catalogue;
    private final Instruments instruments;
    private final CaseRecord record;
    private final KeptPackages packages;
    private final AuditLeaves leaves;
    private final FileStore files;
    private final Seals seals;
    private final SealCertificates certificates;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SealedCaseArchive(
            CaseRecords cases,
            CaseDesk desk,
            Catalogue catalogue,
            Instruments instruments,
            CaseRecord record,
            KeptPackages packages,
            AuditLeaves leaves,
            FileStore files,
            Seals seals,
            SealCertificates certificates,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.cases = cases;
        this.desk = desk;
        this.catalogue = catalogue;
        this.instruments = instruments;
        this.record = record;
        this.packages = packages;
        this.leaves = leaves;
        this.files = files;
        this.seals = seals;
        this.certificates = certificates;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean isComplete(CaseFile file) {
        return switch (file.state()) {
            case GRANTED, REFUSED, DELIVERED -> false;
            default -> !file.state().isOpen();
        };
    }

    @Override
    public boolean mayOpen(CaseFile file, StaffMember staff) {
        return (staff.has(Role.DECISION, file.item().value()) || staff.has(Role.CATALOGUE))
                && file.bodyUscc().equals(staff.body().uscc().value());
    }

    @Override
    public void open(CaseId id, StaffMember staff, OutputStream out) throws IOException {
        CaseFile file = desk.open(id, staff);
        if (!mayOpen(file, staff)) {
            throw new Problem(403, "instruments.not-archivist");
        }
        ended(file);
        transaction.executeWithoutResult(
                _ -> audit.append(id.value(), "instruments.open-archive", staff.actor(), Map.of()));
        if (file.state() == CaseState.ARCHIVED) {
            keep(file);
            out.write(packages.open(packages.find(id.value()).orElseThrow()));
        } else {
            write(file, out);
        }
    }

    @Override
    public void keep(CaseFile file) {
        if (file.state() != CaseState.ARCHIVED
                || packages.find(file.id().value()).isPresent()) {
            return;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try {
            write(file, packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        packages.keep(file, packed.toByteArray(), clock.instant());
    }

    @Override
    public Optional<KeptPackage> kept(CaseId id) {
        return packages.find(id.value());
    }

    @Override
    public void pack(CaseId id, OutputStream out) throws IOException {
        CaseFile file = cases.find(List.of(id.value())).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
        ended(file);
        write(file, out);
    }

    private void ended(CaseFile file) {
        if (!isComplete(file)) {
            throw new Problem(409, "instruments.not-at-end");
        }
    }

    private void write(CaseFile file, OutputStream out) throws IOException {
        Instant now = clock.instant();
        ServiceItem item = catalogue.item(file.item(), file.itemVersion());
        PackageWriter writer = new PackageWriter(out, now);
        writer.add("README.txt", resource("README.txt"));
        writer.add("Verify.java", resource("Verify.java"));
        int documents = documents(file, writer);
        Map<UUID, String> paths = files(CaseRecord.files(file, item), writer);
        Map<String, String> metadata = record.metadata(file, documents, paths.size(), now);
        writer.add("metadata.json", JSON.writeValueAsBytes(metadata));
        writer.add("metadata.xml", record.xml(metadata));
        writer.add("timeline.json", JSON.writeValueAsBytes(record.timeline(file)));
        writer.add("clocks.json", JSON.writeValueAsBytes(record.clocks(file)));
        writer.add("application.json", JSON.writeValueAsBytes(record.application(file, item, paths)));
        writer.add("audit.tsv", leaves.of(file.id().value()));
        sign(file, writer, now);
    }

    private int documents(CaseFile file, PackageWriter writer) throws IOException {
        List<Instrument> all = instruments.all(file);
        for (Instrument instrument : all) {
            Print print = instruments.print(instrument);
            String path = "documents/" + instrument.name() + "-"
                    + named(instrument.text().title());
            writer.add(path + ".pdf", files.open(print.pdf().id()));
            writer.add(path + ".ofd", files.open(print.ofd().id()));
        }
        return all.size();
    }

    private Map<UUID, String> files(List<UUID> ids, PackageWriter writer) throws IOException {
        Map<UUID, String> paths = new LinkedHashMap<>();
        for (UUID id : ids) {
            Optional<StoredFile> file = files.find(id);
            if (file.isPresent()) {
                String path = "files/%02d-%s"
                        .formatted(paths.size() + 1, named(file.get().name()));
                writer.add(path, files.open(id));
                paths.put(id, path);
            }
        }
        return paths;
    }

    /** As part of a path on every machine. */
    private static String named(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cc}]", "_");
    }

    private void sign(CaseFile file, PackageWriter writer, Instant now) throws IOException {
        seals.seal(file.bodyUscc(), new byte[0]);
        byte[] certificate = certificates.of(file.bodyUscc()).orElseThrow();
        writer.add("seal.cer", certificate);
        List<String> lines = writer.lines();
        String manifest = """
                Zhengtong archive package 1
                case %s
                body %s %s
                packed %s
                certificate %s
                entries %d
                """.formatted(
                                file.caseNumber(),
                                file.bodyUscc(),
                                file.bodyName(),
                                now,
                                HexFormat.of().formatHex(Sm3.digest(certificate)),
                                lines.size())
                + String.join("\n", lines)
                + "\n";
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        writer.close(bytes, seals.seal(file.bodyUscc(), bytes));
    }

    private static byte[] resource(String name) {
        try (InputStream file = SealedCaseArchive.class.getResourceAsStream("/services/instruments/archive/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

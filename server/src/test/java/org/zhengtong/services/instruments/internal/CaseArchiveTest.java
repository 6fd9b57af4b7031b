package org.zhengtong.services.instruments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.instruments.CaseArchive;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;

/** The package is looked at as an archivist would: with the verifier that lies in it and nothing of the program. */
@ZhengtongTest
class CaseArchiveTest {
    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Cases cases;

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseArchive archive;

    @Autowired
    CaseListening listening;

    @Autowired
    IssuingRound round;

    @Autowired
    JdbcClient sql;

    @Autowired
    FileStore files;

    @Autowired
    SealCertificates certificates;

    @Autowired
    AuditTrail trail;

    @Autowired
    Identifiers identifiers;

    @TempDir
    Path folder;

    private People people;
    private ServiceItem item;
    private CaseId id;

    @BeforeEach
    void aCase() throws FileRefused, IOException {
        people = new People(identity);
        item = catalogue.items().stream()
                .filter(one -> one.bodyName().equals("云溪市公安局"))
                .findFirst()
                .orElseThrow();
        People.Someone applicant = people.someone("林小满");
        InputStream photograph = CaseArchiveTest.class.getResourceAsStream("/demo/sample-material.pdf");
        var kept = files.keep(photograph, "平面图.pdf", FileRules.MATERIAL);
        id = cases.file(new FilingOrder(
                        identifiers.next(),
                        item,
                        new Party.Person(applicant.id()),
                        applicant.id(),
                        Map.of(),
                        Map.of(),
                        List.of(new HandedIn.Uploaded(
                                item.materials().getFirst().id(), kept.id())),
                        Channel.WEB))
                .id();
    }

    @Test
    void a_package_is_verified_without_the_program_and_a_changed_byte_is_found() throws Exception {
        StaffMember decider = staff(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
        for (CaseCommand command : List.of(
                new CaseCommand.Accept(), new CaseCommand.Review(false, "建议不予许可"), new CaseCommand.Refuse("材料不实"))) {
            desk.act(id, decider, OptionalLong.empty(), command);
        }
        Path good = folder.resolve("good.zip");
        try (OutputStream out = Files.newOutputStream(good)) {
            archive.open(id, decider, out);
        }
        Map<String, byte[]> entries = entries(good);
        Path verifier = Files.write(
                folder.resolve("Verify.java"), java.util.Objects.requireNonNull(entries.get("Verify.java")));

        assertThat(entries.keySet())
                .contains(
                        "README.txt",
                        "metadata.json",
                        "metadata.xml",
                        "timeline.json",
                        "clocks.json",
                        "application.json",
                        "audit.tsv",
                        "seal.cer",
                        "manifest.txt",
                        "manifest.sig",
                        "documents/1-收件回执.pdf",
                        "documents/1-收件回执.ofd",
                        "documents/4-不予行政许可决定书.ofd",
                        "files/01-平面图.pdf");
        assertThat(text(entries, "metadata.xml")).contains("label=\"题名\"", "林小满");
        assertThat(text(entries, "timeline.json")).contains("材料不实");
        assertThat(text(entries, "clocks.json")).contains("workingDaysUntilDue");
        assertThat(text(entries, "application.json")).contains("files/01-平面图.pdf");
        String print = java.util.HexFormat.of()
                .formatHex(Sm3.digest(certificates.of(item.bodyUscc()).orElseThrow()));
        assertThat(verified(verifier, good, print)).endsWith("OK\n").doesNotContain("FAULT");
        assertThat(verified(verifier, good, "00")).contains("not the certificate that was expected");

        assertThat(verified(verifier, changed(entries, all -> flip(all, "files/01-平面图.pdf")), ""))
                .contains("FAULT files/01-平面图.pdf was changed");
        assertThat(verified(verifier, changed(entries, all -> flip(all, "manifest.txt")), ""))
                .contains("FAULT the signature does not fit");
        assertThat(verified(verifier, changed(entries, all -> all.remove("timeline.json")), ""))
                .contains("FAULT timeline.json is missing");
        assertThat(verified(verifier, changed(entries, all -> all.put("more.txt", new byte[1])), ""))
                .contains("FAULT more.txt was added");
        assertThat(verified(
                        verifier,
                        changed(
                                entries,
                                all -> all.put(
                                        "audit.tsv",
                                        text(all, "audit.tsv")
                                                .replace("instruments.print", "instruments.paint")
                                                .getBytes(StandardCharsets.UTF_8))),
                        ""))
                .contains("FAULT the audit chain is broken");
    }

    @Test
    void only_whoever_decides_or_keeps_the_catalogue_of_the_body_opens_it_and_the_opening_is_told() throws IOException {
        StaffMember clerk = staff(Role.ACCEPTANCE);
        StaffMember steward = staff(Role.CATALOGUE);

        assertThatThrownBy(() -> archive.open(id, steward, new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        desk.act(id, clerk, OptionalLong.empty(), new CaseCommand.NotRequired("无需许可"));
        assertThatThrownBy(() -> archive.open(id, clerk, new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(403));
        assertThatThrownBy(() -> archive.open(
                        id,
                        organisation
                                .staff(people.staff(organisation, "云溪市司法局", Role.DECISION)
                                        .id())
                                .orElseThrow(),
                        new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThat(opened()).isEmpty();

        archive.open(id, steward, new ByteArrayOutputStream());

        assertThat(opened()).singleElement().extracting(Leaf::actor).isEqualTo(steward.actor());
    }

    @Test
    void a_case_that_comes_into_the_archive_is_packed_once_and_that_package_is_handed_out_ever_after()
            throws IOException {
        StaffMember decider = archived();
        String kept = archive.kept(id).orElseThrow().sm3();
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        archive.open(id, decider, first);

        listening.handle(archivedEvent(), told());
        allDue();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        archive.open(id, decider, second);

        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
        assertThat(HexFormat.of().formatHex(Sm3.digest(first.toByteArray()))).isEqualTo(kept);
        assertThat(trail.find(AuditQuestion.about(id.value(), 100)))
                .filteredOn(leaf -> leaf.action().equals("instruments.keep-archive"))
                .singleElement()
                .satisfies(leaf -> assertThat(leaf.facts()).containsEntry("sm3", kept));
    }

    @Test
    void a_kept_package_that_was_changed_is_told_and_not_handed_out() {
        StaffMember decider = archived();
        sql.sql(
                        "update files.file set sm3 = (select other.sm3 from files.file other where other.sm3 <> file.sm3 limit 1) where id = :id")
                .param("id", archive.kept(id).orElseThrow().file())
                .update();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> archive.open(id, decider, out))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("instruments.archive-damaged"));

        assertThat(out.size()).isZero();
    }

    /** Sixty days later, without moving the clock of all tests. */
    private StaffMember archived() {
        StaffMember decider = staff(Role.ACCEPTANCE, Role.REVIEW, Role.DECISION);
        desk.act(id, decider, OptionalLong.empty(), new CaseCommand.NotRequired("无需许可"));
        sql.sql("update cases.case_file set state = 'ARCHIVED' where id = :id")
                .param("id", id.value())
                .update();
        listening.handle(archivedEvent(), told());
        allDue();
        return decider;
    }

    private void allDue() {
        boolean more = true;
        while (more) {
            more = round.next();
        }
    }

    private OutboxEvent archivedEvent() {
        return new OutboxEvent(1, "cases.archived", id.value(), TestClock.START);
    }

    private CaseEvent told() {
        return new CaseEvent(
                id.value(),
                "YX-7F3K-2291",
                item.code().value(),
                item.bodyUscc(),
                id.value(),
                StepKind.ARCHIVED,
                CaseState.ARCHIVED,
                Optional.empty(),
                TestClock.START);
    }

    private List<Leaf> opened() {
        return trail.find(AuditQuestion.about(id.value(), 100)).stream()
                .filter(leaf -> leaf.action().equals("instruments.open-archive"))
                .toList();
    }

    private StaffMember staff(Role... roles) {
        return organisation
                .staff(people.staff(organisation, item.bodyName(), roles).id())
                .orElseThrow();
    }

    private Path changed(Map<String, byte[]> entries, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(entries);
        change.accept(all);
        Path file = folder.resolve("changed.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private static void flip(Map<String, byte[]> all, String name) {
        byte[] changed = java.util.Objects.requireNonNull(all.get(name)).clone();
        changed[changed.length - 2] ^= 1;
        all.put(name, changed);
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(java.util.Objects.requireNonNull(entries.get(name)), StandardCharsets.UTF_8);
    }

    private static String verified(Path verifier, Path file, String certificate) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-XX:TieredStopAtLevel=1",
                        verifier.toString(),
                        file.toString(),
                        certificate)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(said.contains("FAULT") ? 1 : 0);
        return said;
    }
}

package org.zhengtong.services.instruments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseDocument;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseRecords;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.Finding;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.PlannedProcedure;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.SpecialProcedure;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.Instruments;
import org.zhengtong.services.instruments.Print;
import org.zhengtong.services.instruments.Wordings;
import org.zhengtong.testing.People;
import org.zhengtong.testing.ZhengtongTest;

@ZhengtongTest
class IssuedInstrumentsTest {
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
    CaseRecords records;

    @Autowired
    Instruments instruments;

    @Autowired
    Wordings wordings;

    @Autowired
    CaseListening listening;

    @Autowired
    IssuingRound round;

    @Autowired
    FileStore files;

    @Autowired
    AuditTrail trail;

    @Autowired
    Identifiers identifiers;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    private People people;
    private People.Someone applicant;

    @BeforeEach
    void people() {
        people = new People(identity);
        applicant = people.someone("林小满");
    }

    @Test
    void a_refused_case_has_all_its_documents_and_each_says_the_same_in_both_prints() throws IOException {
        CaseFile file = refusedAfterEverything();

        List<Instrument> all = instruments.all(file);

        assertThat(all)
                .extracting(Instrument::kind)
                .containsExactly(
                        DocumentKind.RECEIPT,
                        DocumentKind.CORRECTION_NOTICE,
                        DocumentKind.ACCEPTANCE_NOTICE,
                        DocumentKind.DEFERRAL_PROMISE,
                        DocumentKind.PROCEDURE_NOTICE,
                        DocumentKind.EXTENSION_NOTICE,
                        DocumentKind.REFUSAL_DECISION,
                        DocumentKind.DELIVERY_RECEIPT);
        assertThat(all).extracting(Instrument::number).doesNotHaveDuplicates().allMatch(number -> !number.isBlank());
        assertThat(text(all, DocumentKind.CORRECTION_NOTICE)).contains("平面图：没有标明操作间", "重新上传");
        assertThat(text(all, DocumentKind.DEFERRAL_PROMISE)).contains("食品安全规章制度", "前补交", "同意终止办理");
        assertThat(text(all, DocumentKind.PROCEDURE_NOTICE)).contains("检验", "约5个工作日", "第四十五条");
        assertThat(text(all, DocumentKind.EXTENSION_NOTICE)).contains("延长10个工作日", "理由：需要实地核实");
        assertThat(text(all, DocumentKind.REFUSAL_DECISION)).contains("理由：布局不符合规定", "行政复议", "行政诉讼", "六十日内");
        assertThat(text(all, DocumentKind.DELIVERY_RECEIPT)).contains(number(all, DocumentKind.REFUSAL_DECISION));
        assertThat(all).allSatisfy(one -> assertThat(one.text().plain()).doesNotContain("{", "??"));
        Instrument refusal = all.get(6);
        Print print = instruments.print(refusal);
        for (String line : refusal.text().plain().lines().toList()) {
            assertThat(pdfWords(print.pdf())).contains(bare(line));
            assertThat(ofdWords(print.ofd())).contains(bare(line));
        }
        assertThat(pdfWords(print.pdf())).contains(bare(refusal.number()), bare(refusal.code()));
        assertThat(ofdWords(print.ofd())).contains(bare(refusal.number()), bare(refusal.code()));
    }

    @Test
    void whoever_is_not_accepted_is_told_the_ground_the_reason_and_where_to_go() {
        ServiceItem item = policeItem();
        CaseId id = filed(item, List.of());
        act(
                id,
                item,
                new CaseCommand.RefuseAcceptance(CaseCommand.Ground.NOT_COMPETENT, "由教育部门办理", Optional.of("云溪市教育局")));

        assertThat(text(instruments.all(file(id)), DocumentKind.NON_ACCEPTANCE_DECISION))
                .contains("依据：不属于本机关职权范围", "理由：由教育部门办理", "应当向云溪市教育局申请", "行政复议");
    }

    @Test
    void what_is_issued_stays_whatever_becomes_of_the_wording_and_later_documents_follow_it() {
        ServiceItem item = policeItem();
        StaffMember steward = staff(item, Role.CATALOGUE);
        CaseFile before = file(filed(item, List.of()));
        Instrument issued = instruments.read(before, CaseDocument.of(before).getFirst());
        int newest = wordings.of(steward, DocumentKind.RECEIPT).newest();

        assertThat(wordings.save(steward, DocumentKind.RECEIPT, newest, "收件凭证", "已收到“{事项名称}”申请，{申请日期}，{答复期限}前答复。"))
                .isEqualTo(new Wordings.Answer.Saved(newest + 1));
        try {
            CaseFile after = file(filed(item, List.of()));
            Instrument later = instruments.read(after, CaseDocument.of(after).getFirst());

            assertThat(later.wording()).isEqualTo(newest + 1);
            assertThat(later.text().plain()).startsWith("收件凭证\n已收到“" + item.name() + "”申请");
            assertThat(instruments.read(
                            file(before.id()), CaseDocument.of(before).getFirst()))
                    .isEqualTo(issued);
            assertThat(issued.text().title()).isEqualTo("收件回执");
            assertThat(wordings.save(steward, DocumentKind.RECEIPT, newest, "x", "{事项名称}{申请日期}{答复期限}"))
                    .isEqualTo(new Wordings.Answer.Overtaken(newest + 1));
        } finally {
            wordings.backToBuiltIn(steward, DocumentKind.RECEIPT, newest + 1);
        }
        assertThat(wordings.of(steward, DocumentKind.RECEIPT).own()).isFalse();
        assertThat(wordings.versions(steward, DocumentKind.RECEIPT))
                .extracting(Wordings.Version::own)
                .startsWith(false, true);
    }

    @Test
    void prints_are_made_once_and_their_digests_stand_in_the_audit_chain() {
        CaseFile file = file(filed(policeItem(), List.of()));
        Instrument receipt = instruments.all(file).getFirst();

        Print first = instruments.print(receipt);
        Print second = instruments.print(receipt);

        assertThat(second).isEqualTo(first);
        assertThat(trail.find(AuditQuestion.about(file.id().value(), 50)))
                .filteredOn(leaf -> leaf.action().equals("instruments.print"))
                .singleElement()
                .extracting(Leaf::facts)
                .isEqualTo(Map.of(
                        "document",
                        "1",
                        "pdf",
                        first.pdf().sm3(),
                        "ofd",
                        first.ofd().sm3()));
        assertThat(instruments.verify(receipt.code().toLowerCase(java.util.Locale.ROOT)))
                .hasValueSatisfying(verified -> {
                    assertThat(verified.number()).isEqualTo(file.receiptNumber());
                    assertThat(verified.pdfSm3()).contains(first.pdf().sm3());
                    assertThat(verified.sealPrint()).isPresent();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update instruments.instrument set number = 'x' where case_id = ?",
                "delete from instruments.instrument where case_id = ?",
                "update instruments.print set pdf_sm3 = repeat('0', 64) where instrument in (select id from instruments.instrument where case_id = ?)",
                "delete from instruments.print where instrument in (select id from instruments.instrument where case_id = ?)"
            })
    void the_database_refuses_to_change_what_was_issued(String statement) {
        CaseFile file = file(filed(policeItem(), List.of()));
        instruments.print(instruments.all(file).getFirst());

        assertThatThrownBy(() -> sql.sql(statement).param(file.id().value()).update())
                .hasMessageContaining("never changed");
    }

    @Test
    void an_event_makes_the_round_issue_and_print_and_its_repetition_changes_nothing() {
        CaseFile file = file(filed(policeItem(), List.of()));

        happened(file);
        round.next();
        happened(file);
        round.next();

        assertThat(sql.sql("""
                        select count(*) from instruments.print
                          join instruments.instrument on instrument.id = print.instrument
                         where case_id = :case
                        """)
                        .param("case", file.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(sql.sql("select count(*) from instruments.due where case_id = :case")
                        .param("case", file.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_event_of_a_case_that_cannot_be_worded_stays_due_and_holds_up_no_other() {
        UUID gone = identifiers.next();
        CaseFile file = file(filed(policeItem(), List.of()));

        listening.handle(
                new OutboxEvent(1, "cases.filed", gone, Instant.EPOCH),
                new CaseEvent(
                        gone, "YX", "1", "b", gone, StepKind.FILED, file.state(), Optional.empty(), Instant.EPOCH));
        happened(file);
        round.next();
        round.next();

        assertThat(sql.sql("select count(*) from instruments.instrument where case_id = :case")
                        .param("case", file.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void happened(CaseFile file) {
        listening.handle(
                new OutboxEvent(1, "cases.filed", file.id().value(), Instant.EPOCH),
                new CaseEvent(
                        file.id().value(),
                        file.receiptNumber(),
                        file.item().value(),
                        file.bodyUscc(),
                        applicant.id().value(),
                        StepKind.FILED,
                        file.state(),
                        Optional.empty(),
                        file.filedAt()));
    }

    private CaseFile refusedAfterEverything() {
        ServiceItem food = item("食品经营许可");
        String rules = food.materials().stream()
                .filter(material -> material.name().equals("食品安全规章制度"))
                .findFirst()
                .orElseThrow()
                .id();
        List<HandedIn> materials = List.of(new HandedIn.Promised(rules));
        CaseId id = filed(food, materials);
        act(
                id,
                food,
                new CaseCommand.RequestCorrection(
                        List.of(new Finding(Finding.Kind.MATERIAL, "m3", "平面图", "没有标明操作间", "重新上传"))));
        cases.correct(id, order(food, materials));
        act(id, food, new CaseCommand.Accept());
        act(
                id,
                food,
                new CaseCommand.Announce(
                        new PlannedProcedure(SpecialProcedure.Kind.INSPECTION, LocalDate.now(clock), 5)));
        act(id, food, new CaseCommand.Extend(10, "需要实地核实"));
        act(id, food, new CaseCommand.Resume("不符合"));
        act(id, food, new CaseCommand.Review(false, "建议不予许可"));
        act(id, food, new CaseCommand.Refuse("布局不符合规定"));
        return file(id);
    }

    private void act(CaseId id, ServiceItem item, CaseCommand command) {
        desk.act(id, staff(item, Role.ACCEPTANCE, Role.REVIEW, Role.DECISION), OptionalLong.empty(), command);
    }

    private final Map<String, StaffMember> members = new HashMap<>();

    private StaffMember staff(ServiceItem item, Role... roles) {
        return members.computeIfAbsent(
                item.bodyUscc() + List.of(roles),
                _ -> organisation
                        .staff(people.staff(organisation, item.bodyName(), roles)
                                .id())
                        .orElseThrow());
    }

    private CaseId filed(ServiceItem item, List<HandedIn> materials) {
        return cases.file(order(item, materials)).id();
    }

    private FilingOrder order(ServiceItem item, List<HandedIn> materials) {
        return new FilingOrder(
                identifiers.next(),
                item,
                new Party.Person(applicant.id()),
                applicant.id(),
                Map.of(),
                Map.of(),
                materials,
                Channel.WEB);
    }

    private CaseFile file(CaseId id) {
        return records.find(List.of(id.value())).getFirst();
    }

    private ServiceItem policeItem() {
        return catalogue.items().stream()
                .filter(one -> one.bodyName().equals("云溪市公安局"))
                .findFirst()
                .orElseThrow();
    }

    private ServiceItem item(String name) {
        return catalogue.items().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(List<Instrument> all, DocumentKind kind) {
        return of(all, kind).text().plain();
    }

    private static String number(List<Instrument> all, DocumentKind kind) {
        return of(all, kind).number();
    }

    private static Instrument of(List<Instrument> all, DocumentKind kind) {
        return all.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private String pdfWords(StoredFile file) throws IOException {
        try (PDDocument document = Loader.loadPDF(files.open(file.id()).readAllBytes())) {
            return bare(new PDFTextStripper().getText(document));
        }
    }

    private String ofdWords(StoredFile file) throws IOException {
        try (OFDReader reader =
                new OFDReader(new ByteArrayInputStream(files.open(file.id()).readAllBytes()))) {
            return bare(String.join("", new ContentExtractor(reader).extractAll()));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}

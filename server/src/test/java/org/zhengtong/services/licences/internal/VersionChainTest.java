package org.zhengtong.services.licences.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceAct;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceVersion;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.OfflineVerification;
import org.zhengtong.services.licences.Verification.Outcome;
import org.zhengtong.testing.TestClock;

/** Each version holds the one before; whatever is taken out, put in or changed is found. */
class VersionChainTest {
    private static AnnotationConfigApplicationContext room;
    private static Licences licences;
    private static LicenceStore store;
    private static Sealing sealing;
    private static Versioning versioning;
    private static TransactionTemplate transaction;
    private static JdbcClient database;
    private static TestClock clock;
    private static RoomAlone.Ground ground;

    @BeforeAll
    static void open() {
        room = RoomAlone.open();
        licences = room.getBean(Licences.class);
        store = room.getBean(LicenceStore.class);
        sealing = room.getBean(Sealing.class);
        versioning = room.getBean(Versioning.class);
        transaction = room.getBean(TransactionTemplate.class);
        database = room.getBean(JdbcClient.class);
        clock = room.getBean(TestClock.class);
        ground = room.getBean(RoomAlone.Ground.class);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void the_history_tells_what_was_done_and_what_changed() {
        Licence licence = issue();
        decide(licence.id(), LicenceAct.CORRECT, Map.of("经营项目", "冷食类食品制售"), Optional.empty());

        List<LicenceVersion> told = licences.versions(licence.id()).orElseThrow();

        assertThat(told).extracting(LicenceVersion::number).containsExactly(2, 1);
        assertThat(told.getFirst().act()).contains(LicenceAct.CORRECT);
        assertThat(told.getFirst().document()).contains("云市监〔2026〕1号");
        assertThat(told.getFirst().changes()).containsExactly(new LicenceVersion.Changed("经营项目", "热食类食品制售", "冷食类食品制售"));
        assertThat(licences.verify(licence.identifier()).outcome()).isEqualTo(Outcome.REPLACED);
    }

    @Test
    void a_version_that_was_taken_out_breaks_the_chain() {
        Licence licence = changedTwice();

        database.sql("delete from licences.licence_version where licence = :id and version = 2")
                .param("id", licence.id())
                .update();

        assertBroken(licence);
    }

    @Test
    void a_first_version_that_was_taken_out_breaks_it_too() {
        Licence licence = changedTwice();

        database.sql("delete from licences.licence_version where licence = :id and version = 1")
                .param("id", licence.id())
                .update();

        assertThat(licences.find(licence.id())).isEmpty();
        assertThat(licences.versions(licence.id())).isEmpty();
    }

    @Test
    void a_version_sealed_anew_with_other_words_breaks_the_chain_though_its_own_seal_is_right() {
        Licence licence = changedTwice();
        LicenceRow second = store.versions(licence.id()).get(1);
        SealedRecord real = sealing.open(second).orElseThrow();
        SealedRecord other = new SealedRecord(
                real.licence(),
                real.identifier(),
                real.version(),
                real.predecessor(),
                real.type(),
                real.number(),
                real.holderKind(),
                real.holder(),
                real.holderName(),
                real.issuerUscc(),
                real.issuerName(),
                real.issuedOn(),
                real.validUntil(),
                real.state(),
                Optional.of("别的理由"),
                real.sealedAt(),
                real.grantedBy(),
                real.attributes(),
                real.change());
        LicenceRow forged = sealing.seal(other);
        database.sql("""
                        update licences.licence_version set record = :record, signature = :signature
                        where licence = :id and version = 2
                        """)
                .param("record", forged.content().record())
                .param("signature", forged.content().signature())
                .param("id", licence.id())
                .update();
        assertThat(sealing.open(store.versions(licence.id()).get(1))).isPresent();

        assertBroken(licence);
    }

    @Test
    void what_was_sealed_before_changes_were_chained_is_believed() {
        Licence licence = issue();
        SealedRecord first =
                sealing.open(store.newest(licence.id()).orElseThrow()).orElseThrow();
        SealedRecord.Change none = new SealedRecord.Change(
                "",
                Optional.empty(),
                "system",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        SealedRecord next =
                first.next(LicenceState.DETAINED, "立案", none, first.validUntil(), first.attributes(), clock.instant());
        store.add(sealing.seal(new SealedRecord(
                next.licence(),
                next.identifier(),
                next.version(),
                next.predecessor(),
                next.type(),
                next.number(),
                next.holderKind(),
                next.holder(),
                next.holderName(),
                next.issuerUscc(),
                next.issuerName(),
                next.issuedOn(),
                next.validUntil(),
                next.state(),
                next.reason(),
                next.sealedAt(),
                next.grantedBy(),
                next.attributes(),
                Optional.empty())));

        assertThat(licences.find(licence.id()).orElseThrow().state()).isEqualTo(LicenceState.DETAINED);
    }

    @Test
    void a_detained_licence_does_not_serve_and_serves_again_when_its_time_is_over() {
        Licence licence = issue();
        LocalDate last = LocalDate.now(clock).plusDays(30);
        decide(licence.id(), LicenceAct.DETAIN, Map.of(), Optional.of(last));

        assertThat(licences.use(licence.holder(), licence.type(), "system", "办事"))
                .isEmpty();
        assertThat(licences.presented(licence.identifier(), "system", "办事")).isEmpty();
        assertThat(licences.readings(licence.id())).isEmpty();

        clock.advance(Duration.ofDays(30));
        assertThat(licences.find(licence.id()).orElseThrow().state()).isEqualTo(LicenceState.DETAINED);
        clock.advance(Duration.ofDays(1));
        assertThat(licences.find(licence.id()).orElseThrow().isValid()).isTrue();
        assertThat(licences.use(licence.holder(), licence.type(), "system", "办事"))
                .isPresent();
        clock.set(TestClock.START);
    }

    @Test
    void a_correction_of_the_name_is_one_of_the_holders_name() {
        Licence licence = issue();

        decide(licence.id(), LicenceAct.CORRECT, Map.of("经营者名称", "云溪新李饭店"), Optional.empty());

        assertThat(licences.find(licence.id()).orElseThrow().holderName()).isEqualTo("云溪新李饭店");
    }

    @Test
    void a_code_is_believed_only_with_the_licence_it_was_made_for() {
        Licence licence = issue();
        Licence other = issue();
        String code = licences.code(licence).orElseThrow();

        assertThat(licences.verify(licence.identifier(), code).outcome()).isEqualTo(Outcome.VALID);
        assertThat(licences.verify(other.identifier(), code).outcome()).isEqualTo(Outcome.CODE_FORGED);
        assertThat(licences.verify(licence.identifier(), "AAAA").outcome()).isEqualTo(Outcome.CODE_FORGED);
        assertThat(licences.presented("https://x/verify/" + licence.identifier() + "?code=" + code, "system", "核对"))
                .isPresent();
        assertThat(licences.presented("https://x/verify/" + other.identifier() + "?code=" + code, "system", "核对"))
                .isEmpty();
        assertThat(new OfflineVerification(licences.issuers(), Optional.empty()).verify(code))
                .isInstanceOf(OfflineVerification.Answer.Genuine.class);
        decide(licence.id(), LicenceAct.CANCEL, Map.of(), Optional.empty());
        assertThat(licences.code(licences.find(licence.id()).orElseThrow())).isEmpty();
        assertThat(licences.verify(licence.identifier(), code).outcome()).isEqualTo(Outcome.CANCELLED);
    }

    private static void assertBroken(Licence licence) {
        assertThat(licences.verify(licence.identifier()).outcome()).isEqualTo(Outcome.SEAL_BROKEN);
        assertThat(licences.find(licence.id())).isEmpty();
        assertThat(licences.versions(licence.id())).isEmpty();
        assertThat(licences.use(licence.holder(), licence.type(), "system", "办事"))
                .isEmpty();
    }

    private static Licence changedTwice() {
        Licence licence = issue();
        decide(licence.id(), LicenceAct.DETAIN, Map.of(), Optional.empty());
        decide(licence.id(), LicenceAct.GIVE_BACK, Map.of(), Optional.empty());
        assertThat(licences.find(licence.id()).orElseThrow().isValid()).isTrue();
        return licence;
    }

    private static void decide(UUID id, LicenceAct act, Map<String, String> stated, Optional<LocalDate> until) {
        transaction.executeWithoutResult(_ -> versioning.write(id, before -> {
            TreeMap<String, String> attributes = new TreeMap<>(before.attributes());
            attributes.putAll(stated);
            return Optional.of(new Versioning.Next(
                    act.leadsTo(),
                    "经查证属实",
                    Optional.of(act),
                    Optional.empty(),
                    "system",
                    Optional.of("云市监〔2026〕1号"),
                    Optional.empty(),
                    Optional.empty(),
                    until,
                    before.validUntil(),
                    attributes));
        }));
    }

    private static Licence issue() {
        LicenceOrder order = new LicenceOrder(
                "食品经营许可证",
                new Party.Firm(new FirmId(ground.identifiers.next())),
                "云溪老李饭店",
                "11339900990000025L",
                "云溪市市场监督管理局",
                LocalDate.now(clock),
                Optional.empty(),
                new TreeMap<>(Map.of("经营者名称", "云溪老李饭店", "主体业态", "餐饮服务经营者", "经营项目", "热食类食品制售")),
                ground.identifiers.next());
        return Objects.requireNonNull(transaction.execute(_ -> licences.issue(order)));
    }
}

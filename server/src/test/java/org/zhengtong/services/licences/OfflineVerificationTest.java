package org.zhengtong.services.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.services.licences.LicenceCode.Fingerprint;
import org.zhengtong.services.licences.LicenceCode.ForUse;
import org.zhengtong.services.licences.OfflineVerification.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Codes are verified with nothing at hand but the list of issuers. */
class OfflineVerificationTest {
    private static final Instant MADE = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final InventedIssuer MAKER = new InventedIssuer("seal-maker");
    private static final InventedIssuer MARKET = new InventedIssuer("11339900990000025L");
    private static final InventedIssuer POLICE = new InventedIssuer("11339900990000033F");
    private static final IssuerList LIST = list(MAKER, MARKET, POLICE);
    private static final OfflineVerification VERIFICATION = new OfflineVerification(LIST, Optional.empty());

    @TempDir
    Path folder;

    @Test
    void a_genuine_code_says_what_the_issuer_signed() {
        LicenceCode code = code(MARKET, Optional.empty());

        Answer answer = VERIFICATION.verify(address(signed(code, MARKET)));

        assertThat(answer).isEqualTo(new Answer.Genuine(code, MARKET.entry()));
        assertThat(((Answer.Genuine) answer).isOver(TODAY)).isFalse();
        assertThat(((Answer.Genuine) answer).isOver(LocalDate.of(2031, 3, 2))).isTrue();
        assertThat(VERIFICATION.verify(signed(code, MARKET))).isEqualTo(answer);
    }

    @Test
    void a_copy_for_use_carries_its_purpose_and_its_end() {
        ForUse use = new ForUse("7F3K-22M9-QXW4-KD8A", "租赁店面", "云溪市青石物业有限公司", TODAY.plusDays(3));
        LicenceCode code = code(MARKET, Optional.of(use));

        Answer.Genuine genuine = (Answer.Genuine) VERIFICATION.verify(signed(code, MARKET));

        assertThat(genuine.code().copy()).contains(use);
        assertThat(genuine.isOver(TODAY.plusDays(3))).isFalse();
        assertThat(genuine.isOver(TODAY.plusDays(4))).isTrue();
    }

    @Test
    void no_flipped_bit_goes_through() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] whole = Base64.getUrlDecoder()
                .decode(signed(code(MARKET, Optional.of(new ForUse("7F3K", "租赁", "物业", TODAY))), MARKET));

        for (int i = 0; i < 5_000; i++) {
            byte[] changed = whole.clone();
            int flips = 1 + random.nextInt(3);
            for (int flip = 0; flip < flips; flip++) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (!Arrays.equals(changed, whole)) {
                String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
                assertThat(VERIFICATION.verify(text))
                        .as("seed %d, round %d", seed, i)
                        .isNotInstanceOf(Answer.Genuine.class);
            }
        }
    }

    @Test
    void no_changed_cut_or_longer_text_goes_through() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String text = signed(code(MARKET, Optional.empty()), MARKET);
        String characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ %中";

        for (int i = 0; i < 2_000; i++) {
            int at = random.nextInt(text.length());
            char other = characters.charAt(random.nextInt(characters.length()));
            String changed = switch (random.nextInt(4)) {
                case 0 -> text.substring(0, at) + other + text.substring(at + 1);
                case 1 -> text.substring(0, at);
                case 2 -> text.substring(0, at) + other + text.substring(at);
                default -> text + other;
            };
            if (!changed.equals(text)) {
                assertThat(VERIFICATION.verify(changed))
                        .as("seed %d, round %d: %s", seed, i, changed)
                        .isNotInstanceOf(Answer.Genuine.class);
            }
        }
    }

    @Test
    void nonsense_is_unreadable_and_never_an_error() {
        for (String text : List.of("", "x", "https://example.org", "?code=%%%", "?code=", "A".repeat(5000), "中文")) {
            assertThat(VERIFICATION.verify(text)).as(text).isInstanceOf(Answer.Unreadable.class);
        }
    }

    @Test
    void one_body_cannot_sign_for_another() {
        LicenceCode foreign = new LicenceCode(
                code(MARKET, Optional.empty()).identifier(),
                "食品经营许可证",
                "云溪老李饭店",
                TODAY,
                Optional.empty(),
                MADE,
                fingerprint(POLICE),
                Optional.empty());

        assertThat(VERIFICATION.verify(signed(foreign, POLICE))).isInstanceOf(Answer.Forged.class);
        assertThat(VERIFICATION.verify(signed(code(MARKET, Optional.empty()), POLICE)))
                .isInstanceOf(Answer.Forged.class);
        InventedIssuer stranger = new InventedIssuer("11339900990000025L");
        assertThat(VERIFICATION.verify(signed(code(stranger, Optional.empty()), stranger)))
                .isInstanceOf(Answer.UnknownIssuer.class);
    }

    @Test
    void a_list_that_was_changed_or_signed_by_another_is_refused() {
        IssuerList other = list(new InventedIssuer("seal-maker"), MARKET);
        IssuerList longer = new IssuerList(
                LIST.made(),
                List.of(MARKET.entry(), POLICE.entry(), MARKET.entry()),
                LIST.certificate(),
                LIST.signature());

        assertThatThrownBy(() -> new OfflineVerification(other, Optional.of(LIST.maker())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OfflineVerification(longer, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IssuerList.read("{}x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_command_says_what_the_code_states_and_answers_by_its_status() throws IOException {
        Path issuers = Files.writeString(folder.resolve("issuers.json"), new JsonMapper().writeValueAsString(LIST));
        String genuine = address(signed(code(MARKET, Optional.empty()), MARKET));

        assertThat(run(issuers, genuine)).startsWith("0 GENUINE").contains("食品经营许可证", "云溪老李饭店", "2031-03-01");
        assertThat(run(issuers, genuine, LIST.maker().hex())).startsWith("0 ");
        assertThat(run(issuers, genuine, "00")).startsWith("2 ").contains("another seal maker");
        assertThat(run(issuers, genuine.replace("code=W", "code=X"))).startsWith("1 ");
        assertThat(run(folder.resolve("none.json"), genuine)).startsWith("2 ");
        assertThat(run(issuers)).startsWith("2 ").contains("usage");
    }

    private static String run(Path issuers, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] arguments =
                Stream.concat(Stream.of(issuers.toString()), Stream.of(more)).toArray(String[]::new);
        int status = new OfflineCommand(new PrintStream(out, true, StandardCharsets.UTF_8), TODAY).run(arguments);
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }

    private static IssuerList list(InventedIssuer maker, InventedIssuer... issuers) {
        List<IssuerList.Issuer> entries =
                Arrays.stream(issuers).map(InventedIssuer::entry).toList();
        return new IssuerList(MADE, entries, maker.certificateText(), maker.signed(IssuerList.content(MADE, entries)));
    }

    private static LicenceCode code(InventedIssuer issuer, Optional<ForUse> use) {
        return new LicenceCode(
                new LicenceIdentifier("11339900990000316P002", issuer.uscc(), "20260000012", 1).toString(),
                "食品经营许可证",
                "云溪老李饭店",
                TODAY,
                Optional.of(LocalDate.of(2031, 3, 1)),
                MADE,
                fingerprint(issuer),
                use);
    }

    private static Fingerprint fingerprint(InventedIssuer issuer) {
        return Fingerprint.of(Sm3.digest(issuer.certificate()));
    }

    private static String signed(LicenceCode code, InventedIssuer by) {
        return code.with(PlainSignature.of(by.sign(code.content())));
    }

    private static String address(String code) {
        return "https://zw.yunxi.example/verify/1.2.156.3005.2?code=" + code;
    }
}

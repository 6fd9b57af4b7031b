package org.zhengtong.ground.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.crypto.Sm2;

class NoteTest {
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("yunxi.example/audit", 20852163, TreeHash.ofEmptyTree());
    private static final Signer OURS = new Signer("yunxi.example/audit", 7);
    private static final Signer ANOTHERS = new Signer("yunxi.example/audit", 8);

    private record Signer(String name, long secret) {
        private static final ECDomainParameters CURVE = new ECDomainParameters(GMNamedCurves.getByName("sm2p256v1"));

        Sm2NoteKey key() {
            byte[] point = CURVE.getG()
                    .multiply(BigInteger.valueOf(secret))
                    .normalize()
                    .getEncoded(false);
            return Sm2NoteKey.of(name, point).orElseThrow();
        }

        SignedNote sign(String text) {
            byte[] signature = Sm2.sign(
                    new ECPrivateKeyParameters(BigInteger.valueOf(secret), CURVE),
                    text.getBytes(StandardCharsets.UTF_8),
                    new SecureRandom());
            return new SignedNote(text, List.of(key().signature(signature)));
        }
    }

    @Test
    void a_checkpoint_is_written_as_c2sp_says_and_read_back() {
        String note = OURS.sign(CHECKPOINT.text()).toString();

        assertThat(note).startsWith("""
                yunxi.example/audit
                20852163
                GrIdg1XPoX+OYRlIMegajyK+yMco/vt0ftA161CCqis=

                — yunxi.example/audit""");
        SignedCheckpoint read = SignedCheckpoint.open(note, OURS.key());
        assertThat(read.checkpoint()).isEqualTo(CHECKPOINT);
        assertThat(read.note()).hasToString(note);
    }

    @Test
    void a_note_of_another_key_another_log_or_with_another_text_is_refused_with_the_reason() {
        String note = OURS.sign(CHECKPOINT.text()).toString();

        assertRefused(Refusal.NOT_SIGNED, () -> SignedCheckpoint.open(note, ANOTHERS.key()));
        assertRefused(Refusal.OTHER_LOG, () -> SignedCheckpoint.open(note, new Signer("other.example/audit", 7).key()));
        assertRefused(
                Refusal.SIGNATURE_WRONG, () -> SignedCheckpoint.open(note.replace("20852163", "20852164"), OURS.key()));
        assertRefused(Refusal.NOT_A_NOTE, () -> SignedCheckpoint.open(CHECKPOINT.text(), OURS.key()));
        assertRefused(Refusal.NOT_A_NOTE, () -> SignedCheckpoint.open(note + "x", OURS.key()));
        assertRefused(
                Refusal.NOT_A_CHECKPOINT,
                () -> SignedCheckpoint.open(OURS.sign("hello\n").toString(), OURS.key()));
    }

    @Test
    void signatures_of_others_below_it_do_no_harm() {
        SignedNote note = ANOTHERS.sign(CHECKPOINT.text());
        SignedNote both = note.with(OURS.sign(CHECKPOINT.text()).signatures().getFirst());

        assertThat(SignedCheckpoint.open(both.toString(), OURS.key()).size()).isEqualTo(20852163);
    }

    @Test
    void keys_are_written_on_one_line_and_read_back() {
        NoteKey key = OURS.key();

        assertThat(key.written()).startsWith("yunxi.example/audit+");
        assertThat(NoteKey.parse(key.written() + "\n").written()).isEqualTo(key.written());
        for (String wrong : List.of(
                "",
                "yunxi.example/audit",
                key.written().replace("yunxi", "yanxi"),
                key.written().substring(0, key.written().length() - 8),
                "yunxi.example/audit+00000000+AAAA")) {
            assertRefused(Refusal.NOT_A_KEY, () -> NoteKey.parse(wrong));
        }
    }

    @Test
    void a_witness_cosigns_with_the_time() {
        WitnessSecret secret = WitnessSecret.make("witness.example/w1");
        SignedNote note = OURS.sign(CHECKPOINT.text());

        SignedNote cosigned = note.with(secret.cosign(note.text(), Instant.ofEpochSecond(1679315147)));

        NoteKey witness = NoteKey.parse(secret.open().written());
        SignedNote.parse(cosigned.toString()).require(witness);
        SignedNote.parse(cosigned.toString()).require(OURS.key());
        SignedNote other = new SignedNote(
                new Checkpoint("yunxi.example/audit", 1, TreeHash.ofEmptyTree()).text(), cosigned.signatures());
        assertRefused(Refusal.SIGNATURE_WRONG, () -> other.require(witness));
        assertRefused(Refusal.NOT_SIGNED, () -> note.require(witness));
        assertThat(WitnessSecret.of("witness.example/w1", secret.bytes()).open().written())
                .isEqualTo(witness.written());
    }

    private static void assertRefused(Refusal why, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }
}

package org.zhengtong.ground.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.command.AuditCommand;
import org.zhengtong.ground.audit.tree.Digest;

/** What {@code ./zt audit} says of a log that was published, without the program and its database. */
class AuditCommandTest {
    private final AuditHouse house = new AuditHouse();

    @TempDir
    Path mine;

    private String log;

    private record Answer(int status, String text) {}

    @BeforeEach
    void a_log_that_grew_once() throws IOException {
        house.append(260);
        house.checkpoints.make();
        log = house.published().folder().toString();
        Files.copy(Path.of(log, "checkpoint"), mine.resolve("older"));
        house.append(40);
        house.checkpoints.make();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_whole_log_holds_and_grew_from_the_older_checkpoint() {
        Answer answer = run("verify", log, "--key", log + "/key", "--older", file("older"), "--tiles");

        assertThat(answer.text())
                .contains(
                        "ok: yunxi.example/audit has signed a checkpoint over 300 leaves",
                        "ok: it grew from the checkpoint over 260 leaves",
                        "ok: all tiles and entries give this root")
                .doesNotContain("note:");
        assertThat(answer.status()).isZero();
        assertThat(run("verify", log).text()).contains("note: the key is the one beside the log");
    }

    @Test
    void a_proof_is_checked_with_nothing_but_the_key() throws IOException {
        String digest = house.trail.find(AuditQuestion.everything(1)).getFirst().digest();
        String proof = house.proofs
                .proof(Digest.ofHex(digest).orElseThrow())
                .orElseThrow()
                .toString();
        Files.writeString(mine.resolve("proof"), proof);
        String key = house.published().key().orElseThrow().strip();

        assertThat(run("verify", "--proof", file("proof"), "--key", key))
                .isEqualTo(new Answer(
                        0, "ok: " + digest + " stands as number 299 in the log yunxi.example/audit of 300 leaves\n"));
        Files.writeString(mine.resolve("proof"), proof.replace("index 299", "index 298"));
        assertThat(run("verify", "--proof", file("proof"), "--key", key).text())
                .contains("REFUSED: the proof does not lead to the root");
        Files.writeString(mine.resolve("proof"), proof.substring(0, 120));
        assertThat(run("verify", "--proof", file("proof"), "--key", key))
                .isEqualTo(new Answer(
                        1, "REFUSED: this is not a proof (c2sp.org/tlog-proof@v1), or a part of it is missing\n"));
    }

    @Test
    void a_bent_tile_or_checkpoint_is_named() throws IOException {
        Path tile = Path.of(log, "tile/0/000");
        byte[] content = Files.readAllBytes(tile);
        content[77] ^= 4;
        Files.write(tile, content);
        assertThat(run("verify", log, "--tiles").text()).contains("REFUSED: the file tile/0/000 does not fit");

        Path checkpoint = Path.of(log, "checkpoint");
        Files.writeString(checkpoint, Files.readString(checkpoint).replace("\n300\n", "\n299\n"));
        assertThat(run("verify", log).text())
                .contains("REFUSED: the signature by yunxi.example/audit does not fit: the checkpoint was changed");
    }

    @Test
    void a_witness_keeps_what_it_saw_cosigns_it_and_refuses_a_log_that_was_cut_or_rewritten() throws IOException {
        String[] look = {"witness", "--data", mine.resolve("witness").toString(), "--name", "witness.example/w1", log};

        assertThat(run(look).text()).contains("ok: seen for the first time, with 300 leaves", "— witness.example/w1 ");
        house.append(9);
        house.checkpoints.make();
        assertThat(run(look).text()).contains("ok: the log grew from 300 to 309 leaves");
        Path kept = mine.resolve("witness/checkpoint");
        String seen = Files.readString(kept);
        assertThat(seen).contains("\n309\n", "— yunxi.example/audit ", "— witness.example/w1 ");

        Files.copy(mine.resolve("older"), Path.of(log, "checkpoint"), StandardCopyOption.REPLACE_EXISTING);
        Answer cut = run(look);
        assertThat(cut.status()).isEqualTo(1);
        assertThat(cut.text()).contains("REFUSED: the log is smaller than it was");
        assertThat(kept).hasContent(seen);
    }

    @Test
    void an_accepted_loss_sets_the_log_aside_and_needs_a_name_and_a_reason() {
        assertThat(run("accept", "--data", house.data.toString(), "--by", "张系统").text())
                .contains("zt audit: --reason is missing");

        Answer answer = run("accept", "--data", house.data.toString(), "--by", "张系统", "--reason", "硬盘损坏");

        assertThat(answer.text()).contains("set aside as lost/1: yunxi.example/audit 300 ");
        assertThat(house.data.resolve("audit/lost/1/checkpoint")).exists();
        assertThat(run("accept", "--data", house.data.toString(), "--by", "张系统", "--reason", "硬盘损坏"))
                .satisfies(again -> assertThat(again.text()).contains("nothing was published below"));
    }

    @Test
    void asked_wrongly_it_says_how_to_ask() {
        assertThat(run()).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.text()).contains("say what to do", "./zt audit verify LOG");
        });
        assertThat(run("verify", log, "--quick").text()).contains("there is no option --quick");
        assertThat(run("verify", "/nowhere").text()).contains("there is no folder /nowhere");
        assertThat(run("verify", log, "--key", file("missing")).status()).isEqualTo(2);
        assertThat(run("verify", log, "--key", file("older")).text()).contains("REFUSED: this is not the key of a log");
    }

    private String file(String name) {
        return mine.resolve(name).toString();
    }

    private Answer run(String... arguments) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int status =
                AuditCommand.run(List.of(arguments), new PrintStream(text, true, StandardCharsets.UTF_8), house.clock);
        return new Answer(status, text.toString(StandardCharsets.UTF_8));
    }
}

package org.zhengtong.ground.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileTreeTest {
    private final long seed = Long.getLong("zt.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    @Test
    void roots_and_proofs_of_any_size_are_those_of_the_definition() {
        List<byte[]> leaves = leaves(700);
        TileFolder tiles = grown(leaves, 700);

        for (int round = 0; round < 150; round++) {
            int size = 1 + random.nextInt(700);
            List<byte[]> first = leaves.subList(0, size);
            int index = random.nextInt(size);
            int older = 1 + random.nextInt(size);
            TileTree tree = new TileTree(tiles, size);

            assertThat(tree.root().bytes()).as(said(size)).isEqualTo(NaiveTree.root(first));
            assertThat(bytes(tree.inclusion(index).path()))
                    .as(said(size) + " inclusion of " + index)
                    .containsExactlyElementsOf(NaiveTree.path(index, first));
            assertThat(bytes(tree.consistency(older).path()))
                    .as(said(size) + " consistency from " + older)
                    .containsExactlyElementsOf(NaiveTree.proof(older, first));
        }
    }

    @Test
    void what_was_proved_leads_to_the_root_and_nothing_else_does() {
        List<byte[]> leaves = leaves(600);
        TileFolder tiles = grown(leaves, 600);

        for (int round = 0; round < 150; round++) {
            int size = 2 + random.nextInt(598);
            int index = random.nextInt(size);
            TileTree tree = new TileTree(tiles, size);
            InclusionProof proof = tree.inclusion(index);
            Digest leaf = TreeHash.ofEntry(leaves.get(index));

            assertThat(proof.leads(leaf, tree.root())).as(said(size)).isTrue();
            assertThat(new InclusionProof(index, size, changed(proof.path())).leads(leaf, tree.root()))
                    .as(said(size) + " a changed step")
                    .isFalse();
            assertThat(new InclusionProof(index, size, shorter(proof.path())).leads(leaf, tree.root()))
                    .as(said(size) + " a missing step")
                    .isFalse();
            assertThat(new InclusionProof(index, size, longer(proof.path())).leads(leaf, tree.root()))
                    .as(said(size) + " a step too many")
                    .isFalse();
            assertThat(new InclusionProof((index + 1 + random.nextInt(size - 1)) % size, size, proof.path())
                            .leads(leaf, tree.root()))
                    .as(said(size) + " another place")
                    .isFalse();
            assertThat(proof.leads(TreeHash.ofEntry(Digests.random(random).bytes()), tree.root()))
                    .as(said(size) + " another leaf")
                    .isFalse();
        }
    }

    @Test
    void a_log_that_grew_is_consistent_and_one_that_was_rewritten_is_not() {
        List<byte[]> leaves = leaves(600);
        TileFolder tiles = grown(leaves, 600);

        for (int round = 0; round < 150; round++) {
            int size = 2 + random.nextInt(598);
            int older = 1 + random.nextInt(size - 1);
            Digest olderRoot = new TileTree(tiles, older).root();
            TileTree tree = new TileTree(tiles, size);
            ConsistencyProof proof = tree.consistency(older);
            List<byte[]> rewritten = new ArrayList<>(leaves.subList(0, older));
            rewritten.set(random.nextInt(older), Digests.random(random).bytes());

            assertThat(proof.connects(olderRoot, tree.root())).as(said(size)).isTrue();
            assertThat(proof.connects(Digest.of(NaiveTree.root(rewritten)), tree.root()))
                    .as(said(size) + " rewritten")
                    .isFalse();
            assertThat(new ConsistencyProof(older, size, changed(proof.path())).connects(olderRoot, tree.root()))
                    .as(said(size) + " a changed step from " + older)
                    .isFalse();
            assertThat(new ConsistencyProof(older, size, shorter(proof.path())).connects(olderRoot, tree.root()))
                    .as(said(size) + " a missing step from " + older)
                    .isFalse();
            assertThat(new ConsistencyProof(older, size, longer(proof.path())).connects(olderRoot, tree.root()))
                    .as(said(size) + " a step too many from " + older)
                    .isFalse();
        }
    }

    @Test
    void trees_of_one_size_and_the_empty_tree_need_no_steps() {
        TileTree tree = new TileTree(grown(leaves(5), 5), 5);

        assertThat(tree.consistency(5).path()).isEmpty();
        assertThat(tree.consistency(5).connects(tree.root(), tree.root())).isTrue();
        assertThat(tree.consistency(5).connects(Digests.random(random), tree.root()))
                .isFalse();
        assertThat(tree.consistency(0).connects(TreeHash.ofEmptyTree(), tree.root()))
                .isTrue();
        assertThat(tree.consistency(0).connects(Digests.random(random), tree.root()))
                .isFalse();
    }

    @Test
    void tiles_lie_where_c2sp_says_and_partial_ones_are_cut_from_the_full_one() throws IOException {
        List<byte[]> leaves = leaves(70_000);
        GrowingTree tree = GrowingTree.behind(new TileFolder(folder), 0);
        leaves.subList(0, 300).forEach(leaf -> tree.add(Digest.of(leaf)));
        tree.writeEdge();
        Digest root = tree.root();
        leaves.subList(300, 70_000).forEach(leaf -> tree.add(Digest.of(leaf)));
        tree.writeEdge();

        try (Stream<Path> files = Files.walk(folder)) {
            List<String> paths = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
            assertThat(paths)
                    .contains(
                            "tile/0/000",
                            "tile/0/272",
                            "tile/0/273.p/112",
                            "tile/1/000",
                            "tile/1/001.p/17",
                            "tile/2/000.p/1",
                            "tile/entries/272",
                            "tile/entries/273.p/112")
                    .allMatch(path -> TileAddress.parse(path).isPresent())
                    .noneMatch(path -> path.startsWith("tile/0/001.p"));
        }
        TileFolder tiles = new TileFolder(folder);
        assertThat(new TileTree(tiles, 300).root()).isEqualTo(root);
        assertThat(new TileTree(tiles, 70_000).root()).isEqualTo(tree.root());
        assertThat(GrowingTree.behind(tiles, 70_000).root()).isEqualTo(tree.root());
        assertThat(tiles.read(TileAddress.entries(1, 44)).orElseThrow()).hasSize(44 * 34);
    }

    @Test
    void addresses_have_one_spelling() {
        assertThat(TileAddress.parse("tile/0/x001/x234/067").orElseThrow().number())
                .isEqualTo(1_234_067);
        assertThat(new TileAddress("3", 1_234_067, 5).path()).isEqualTo("tile/3/x001/x234/067.p/5");
        assertThat(List.of(
                        "tile/0/x000/067",
                        "tile/8/067",
                        "tile/0/67",
                        "tile/0/067.p/256",
                        "tile/0/067.p/0",
                        "tile/00/067",
                        "tile/0/067.p/",
                        "tile/../067",
                        "tile/entries/../../checkpoint"))
                .allMatch(path -> TileAddress.parse(path).isEmpty());
    }

    @Test
    void a_tile_that_is_missing_or_too_short_is_named() throws IOException {
        TileFolder tiles = grown(leaves(300), 300);
        Files.write(folder.resolve("tile/0/000"), new byte[8191]);

        assertThatThrownBy(() -> new TileTree(tiles, 300).inclusion(3))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.why()).isEqualTo(Refusal.TILE_MISSING);
                    assertThat(refused.where()).isEqualTo("tile/0/000");
                });
    }

    private String said(int size) {
        return "seed " + seed + ", size " + size;
    }

    private List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Digests.random(random).bytes())
                .toList();
    }

    private TileFolder grown(List<byte[]> leaves, int size) {
        TileFolder tiles = new TileFolder(folder);
        long at = 0;
        while (at < size) {
            GrowingTree tree = GrowingTree.behind(tiles, at);
            long until = Math.min(size, at + 1 + random.nextInt(200));
            leaves.subList((int) at, (int) until).forEach(leaf -> tree.add(Digest.of(leaf)));
            tree.writeEdge();
            at = until;
        }
        return tiles;
    }

    private List<Digest> changed(List<Digest> path) {
        List<Digest> other = new ArrayList<>(path);
        int step = random.nextInt(path.size());
        byte[] bytes = path.get(step).bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        other.set(step, Digest.of(bytes));
        return other;
    }

    private List<Digest> shorter(List<Digest> path) {
        List<Digest> other = new ArrayList<>(path);
        other.remove(random.nextInt(path.size()));
        return other;
    }

    private List<Digest> longer(List<Digest> path) {
        List<Digest> other = new ArrayList<>(path);
        other.add(random.nextInt(path.size() + 1), Digests.random(random));
        return other;
    }

    private static List<byte[]> bytes(List<Digest> path) {
        return path.stream().map(Digest::bytes).toList();
    }
}

package org.zhengtong.ground.audit.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditProofs;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.ground.audit.PlacedLeaf;
import org.zhengtong.ground.audit.tree.ConsistencyProof;
import org.zhengtong.ground.audit.tree.Digest;
import org.zhengtong.ground.audit.tree.NoteKey;
import org.zhengtong.ground.audit.tree.Proof;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;
import org.zhengtong.ground.audit.tree.TileAddress;

/** Asks the database for a leaf's place, and the tiles for everything else. */
@Component
class TileProofs implements AuditProofs {
    private static final int MOST = 500;

    private final Checkpoints checkpoints;
    private final TreeStore tree;
    private final AuditTrail trail;

    TileProofs(Checkpoints checkpoints, TreeStore tree, AuditTrail trail) {
        this.checkpoints = checkpoints;
        this.tree = tree;
        this.trail = trail;
    }

    @Override
    public Optional<SignedCheckpoint> newest() {
        return checkpoints.newest();
    }

    @Override
    public NoteKey key() {
        return checkpoints.openKey();
    }

    @Override
    public Optional<Proof> proof(Digest leaf) {
        return newest().flatMap(signed -> tree.place(leaf)
                .filter(place -> place < signed.size())
                .map(place -> new Proof(
                        leaf,
                        place,
                        checkpoints.tree(signed.size()).inclusion(place).path(),
                        signed.note().toString())));
    }

    @Override
    public ConsistencyProof consistency(long first, long second) {
        return checkpoints.tree(second).consistency(first);
    }

    @Override
    public Digest root(long size) {
        return checkpoints.tree(size).root();
    }

    @Override
    public Optional<byte[]> tile(TileAddress address) {
        return checkpoints.log().tiles().read(address);
    }

    @Override
    public List<PlacedLeaf> about(UUID subject) {
        List<Leaf> leaves = trail.find(AuditQuestion.about(subject, MOST));
        long size = newest().map(SignedCheckpoint::size).orElse(0L);
        Map<String, Long> places = tree.places(leaves.stream()
                .map(leaf -> Digest.ofHex(leaf.digest()).orElseThrow())
                .toList());
        return leaves.stream()
                .map(leaf -> new PlacedLeaf(
                        leaf, Optional.ofNullable(places.get(leaf.digest())).filter(place -> place < size)))
                .toList();
    }
}

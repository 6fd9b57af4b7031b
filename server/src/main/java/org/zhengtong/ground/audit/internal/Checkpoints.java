package org.zhengtong.ground.audit.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.internal.TreeStore.Standing;
import org.zhengtong.ground.audit.tree.Checkpoint;
import org.zhengtong.ground.audit.tree.Digest;
import org.zhengtong.ground.audit.tree.GrowingTree;
import org.zhengtong.ground.audit.tree.LostLogs;
import org.zhengtong.ground.audit.tree.NoteKey;
import org.zhengtong.ground.audit.tree.PublishedLog;
import org.zhengtong.ground.audit.tree.Refusal;
import org.zhengtong.ground.audit.tree.Refused;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;
import org.zhengtong.ground.audit.tree.SignedNote;
import org.zhengtong.ground.audit.tree.TileAddress;
import org.zhengtong.ground.audit.tree.TileTree;
import org.zhengtong.ground.database.DatabaseSettings;
import org.zhengtong.ground.start.CannotStart;

/**
 * Publishes the log: every committed leaf gets its place, the tiles are written, and a checkpoint is signed over them.
 * Before that the database is held against the newest checkpoint on the disk, which no restore of the database brings
 * back: what was signed must still be there.
 */
@Component
class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int ROWS_AT_ONCE = 5000;

    private final Placing placing;
    private final TreeStore tree;
    private final LogKey key;
    private final LostLogs logs;
    private final PublishedLog log;
    private final String wantedOrigin;
    private volatile Optional<SignedCheckpoint> newest = Optional.empty();

    Checkpoints(Placing placing, TreeStore tree, LogKey key, DatabaseSettings database, AuditSettings settings) {
        this.placing = placing;
        this.tree = tree;
        this.key = key;
        this.logs = new LostLogs(folder(database));
        this.log = logs.current();
        this.wantedOrigin = settings.origin();
    }

    private static Path folder(DatabaseSettings database) {
        return database.dataDirectory().resolve("audit");
    }

    /** What was published last; empty before the first time. */
    Optional<SignedCheckpoint> newest() {
        return newest;
    }

    PublishedLog log() {
        return log;
    }

    LostLogs logs() {
        return logs;
    }

    /** The tree of what was published last. */
    TileTree tree(long size) {
        return new TileTree(log.tiles(), size);
    }

    NoteKey openKey() {
        return key.open(newest.map(known -> known.checkpoint().origin()).orElseGet(() -> logs.origin(wantedOrigin)));
    }

    /** @throws CannotStart when the database does not contain what was published */
    synchronized void compare() {
        newest = read();
        newest.ifPresent(this::requireContained);
        for (String witnessed : logs.witnessed()) {
            requireContained(witnessed);
        }
    }

    /** @throws CannotStart when the database does not contain what was published */
    synchronized SignedCheckpoint make() {
        compare();
        long size = placing.place();
        if (newest.filter(known -> known.size() == size).isEmpty()) {
            publish(size);
        }
        return newest.orElseThrow();
    }

    private Optional<SignedCheckpoint> read() {
        try {
            return log.note().map(this::open);
        } catch (Refused e) {
            throw new CannotStart(
                    "The newest checkpoint of the audit log, " + log.folder().resolve("checkpoint")
                            + ", is damaged or signed by another key (" + e.why() + ").",
                    "Put the audit folder and the keys folder that belong to this database there; docs/audit.md tells"
                            + " what to do when they are lost.",
                    e);
        }
    }

    private SignedCheckpoint open(String note) {
        String origin = SignedNote.parse(note).text().lines().findFirst().orElse("");
        if (!NoteKey.isName(origin)) {
            throw new Refused(Refusal.NOT_A_CHECKPOINT);
        }
        return SignedCheckpoint.open(note, key.open(origin));
    }

    /** One of a log that was given up does not count any more, nor what is none of ours. */
    private void requireContained(String witnessed) {
        try {
            SignedCheckpoint seen = open(witnessed);
            if (seen.checkpoint().origin().equals(openKey().name()) && !contains(seen)) {
                throw lost(seen);
            }
        } catch (Refused e) {
            LOG.warn("a checkpoint in {} is none of this log: {}", logs.witnesses(), e.getMessage());
        }
    }

    private boolean contains(SignedCheckpoint seen) {
        boolean published = newest.filter(known -> known.size() >= seen.size()).isPresent();
        Optional<Digest> root = published
                ? Optional.of(tree(seen.size()).root())
                : grow(GrowingTree.unwritten(), seen.size()).map(GrowingTree::root);
        return root.equals(Optional.of(seen.root()));
    }

    /**
     * The end is looked at: a database that was restored or cut has no leaves there, or others. When the two do not end
     * alike, every leaf is reckoned anew to tell whether the database or the disk is wrong.
     */
    private void requireContained(SignedCheckpoint known) {
        if (known.size() == 0 || endsAlike(known)) {
            return;
        }
        GrowingTree reckoned = grow(GrowingTree.unwritten(), known.size()).orElseThrow(() -> lost(known));
        if (!reckoned.root().equals(known.root())) {
            throw lost(known);
        }
        LOG.warn("tiles of the audit log below {} were damaged; they are written anew", log.folder());
        grow(GrowingTree.behind(log.tiles(), 0), known.size()).orElseThrow().writeEdge();
    }

    private boolean endsAlike(SignedCheckpoint known) {
        long bundle = (known.size() - 1) / TileAddress.FULL;
        long from = bundle * TileAddress.FULL;
        List<Standing> inDatabase = tree.from(from, (int) (known.size() - from));
        try {
            TileTree onDisk = tree(known.size());
            return inDatabase.stream().allMatch(Standing::ofItsLeaf)
                    && onDisk.entries(bundle)
                            .equals(inDatabase.stream().map(Standing::entry).toList())
                    && onDisk.root().equals(known.root());
        } catch (Refused damaged) {
            return false;
        }
    }

    /** @return the first place where the database is not what was published last; empty when it is. Reads every leaf. */
    OptionalLong difference() {
        Optional<SignedCheckpoint> known = newest;
        if (known.isEmpty()) {
            return OptionalLong.empty();
        }
        GrowingTree reckoned = GrowingTree.unwritten();
        long size = known.get().size();
        if (grow(reckoned, size).isEmpty()) {
            return OptionalLong.of(reckoned.size());
        }
        return reckoned.root().equals(known.get().root())
                ? OptionalLong.empty()
                : OptionalLong.of(firstUnlike(tree(size), size));
    }

    /** Both leaf and place were written anew, so that only the published entries tell. */
    private long firstUnlike(TileTree published, long size) {
        for (long from = 0; from < size; from += TileAddress.FULL) {
            List<Digest> before = published.entries(from / TileAddress.FULL);
            List<Standing> now = tree.from(from, before.size());
            for (int i = 0; i < before.size(); i++) {
                if (!now.get(i).entry().equals(before.get(i))) {
                    return from + i;
                }
            }
        }
        return size;
    }

    private void publish(long size) {
        long before = newest.map(SignedCheckpoint::size).orElse(0L);
        GrowingTree grown = grow(GrowingTree.behind(log.tiles(), before), size)
                .orElseThrow(() -> new CannotStart(
                        "Leaves of the audit log behind number " + before + " were changed or removed after they had"
                                + " got their place.",
                        "Find out who worked on the database, and put a backup of it back; docs/audit.md tells how."));
        grown.writeEdge();
        NoteKey openKey = openKey();
        SignedNote note = key.sign(new Checkpoint(openKey.name(), size, grown.root()));
        log.write(note, openKey);
        newest = Optional.of(SignedCheckpoint.open(note.toString(), openKey));
    }

    /** @return empty when a leaf is missing before the size, or is not what got the place */
    private Optional<GrowingTree> grow(GrowingTree growing, long size) {
        while (growing.size() < size) {
            long place = growing.size();
            List<Standing> next = tree.from(place, (int) Math.min(ROWS_AT_ONCE, size - place));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            for (Standing one : next) {
                if (one.place() != growing.size() || !one.ofItsLeaf()) {
                    return Optional.empty();
                }
                growing.add(one.entry());
            }
        }
        return Optional.of(growing);
    }

    private CannotStart lost(SignedCheckpoint known) {
        return new CannotStart(
                "The database does not hold the " + known.size() + " leaves of the audit log that were published in "
                        + log.folder() + ": it was restored from before, cut, changed, or is another one.",
                "Put the right database there. If its end is lost for good, an administrator accepts the loss by"
                        + " `./zt audit accept --data DIR --by NAME --reason TEXT`, which stays on record; see"
                        + " docs/audit.md.");
    }
}

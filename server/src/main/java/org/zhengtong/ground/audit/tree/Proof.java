package org.zhengtong.ground.audit.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That something stands in a log, to be checked with the log's key alone (C2SP {@code tlog-proof}). The entry stands in
 * the line {@code extra}.
 *
 * @param note the checkpoint, signed
 */
public record Proof(Digest entry, long index, List<Digest> path, String note) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,17})");
    private static final String EXTRA = "extra ";
    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_PATH = 63;

    public Proof {
        path = List.copyOf(path);
    }

    /**
     * As it comes out of a form or an editor: with other line ends, and something empty around it.
     *
     * @throws Refused when it is none
     */
    public static Proof pasted(String text) {
        return parse(text.strip().replace("\r\n", "\n") + "\n");
    }

    /** @throws Refused when it is none */
    public static Proof parse(String text) {
        int parting = text.indexOf("\n\n");
        if (text.length() > LONGEST || parting < 0) {
            throw new Refused(Refusal.NOT_A_PROOF);
        }
        List<String> lines = List.of(text.substring(0, parting).split("\n", -1));
        if (!lines.getFirst().equals(FIRST_LINE)) {
            throw new Refused(Refusal.NOT_A_PROOF);
        }
        if (lines.size() < 3 || !lines.get(1).startsWith(EXTRA)) {
            throw new Refused(Refusal.NO_ENTRY);
        }
        Digest entry = Digest.ofBase64(lines.get(1).substring(EXTRA.length()))
                .orElseThrow(() -> new Refused(Refusal.NO_ENTRY));
        return new Proof(entry, index(lines.get(2)), path(lines.subList(3, lines.size())), text.substring(parting + 2));
    }

    private static long index(String line) {
        if (!INDEX.matcher(line).matches()) {
            throw new Refused(Refusal.NOT_A_PROOF);
        }
        return Long.parseLong(line.substring("index ".length()));
    }

    private static List<Digest> path(List<String> lines) {
        if (lines.size() > LONGEST_PATH) {
            throw new Refused(Refusal.NOT_A_PROOF);
        }
        List<Digest> path = new ArrayList<>();
        for (String line : lines) {
            Optional<Digest> step = Digest.ofBase64(line);
            path.add(step.orElseThrow(() -> new Refused(Refusal.NOT_A_PROOF)));
        }
        return path;
    }

    /** Of the tree, as the checkpoint says before anybody has checked it. */
    public long size() {
        return Checkpoint.parse(SignedNote.parse(note).text())
                .orElseThrow(() -> new Refused(Refusal.NOT_A_CHECKPOINT))
                .size();
    }

    /** @throws Refused when the entry does not stand in the checkpoint, or that is not signed by the key */
    public SignedCheckpoint check(NoteKey key) {
        SignedCheckpoint signed = SignedCheckpoint.open(note, key);
        InclusionProof proof = new InclusionProof(index, signed.size(), path);
        if (!proof.leads(TreeHash.ofEntry(entry.bytes()), signed.root())) {
            throw new Refused(Refusal.NOT_INCLUDED);
        }
        return signed;
    }

    @Override
    public String toString() {
        StringBuilder file = new StringBuilder(FIRST_LINE)
                .append('\n')
                .append(EXTRA)
                .append(entry.base64())
                .append("\nindex ")
                .append(index)
                .append('\n');
        path.forEach(step -> file.append(step.base64()).append('\n'));
        return file.append('\n').append(note).toString();
    }
}

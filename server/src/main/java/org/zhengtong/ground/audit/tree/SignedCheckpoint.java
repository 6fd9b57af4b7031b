package org.zhengtong.ground.audit.tree;

/** A checkpoint whose signature by its log was found right. */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {

    /**
     * @param key of the log; its name is the log's origin
     * @throws Refused when the note is no checkpoint, of another log, or not signed by the key
     */
    public static SignedCheckpoint open(String note, NoteKey key) {
        SignedNote signed = SignedNote.parse(note);
        Checkpoint checkpoint =
                Checkpoint.parse(signed.text()).orElseThrow(() -> new Refused(Refusal.NOT_A_CHECKPOINT));
        if (!checkpoint.origin().equals(key.name())) {
            throw new Refused(Refusal.OTHER_LOG, checkpoint.origin());
        }
        signed.require(key);
        return new SignedCheckpoint(checkpoint, signed);
    }

    public long size() {
        return checkpoint.size();
    }

    public Digest root() {
        return checkpoint.root();
    }
}

package org.zhengtong.ground.audit.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.audit.tree.Proof;
import org.zhengtong.ground.audit.tree.Refusal;
import org.zhengtong.ground.audit.tree.SignedCheckpoint;

/**
 * @param newest empty before the first checkpoint
 * @param typed what stands in the field of the proof
 * @param file address of the proof as a file; empty for one that was pasted
 * @param usedKey what stands in the field of the key
 * @param verdict what the server found; empty when it was not asked
 */
public record ProofView(
        Optional<SignedCheckpoint> newest,
        String typed,
        Optional<String> file,
        String usedKey,
        Optional<Verdict> verdict) {

    /**
     * @param refusal empty when the proof holds
     * @param proof the one that holds
     */
    public record Verdict(Optional<Refusal> refusal, Optional<Proof> proof) {
        static Verdict holds(Proof proof) {
            return new Verdict(Optional.empty(), Optional.of(proof));
        }

        static Verdict refused(Refusal why) {
            return new Verdict(Optional.of(why), Optional.empty());
        }
    }

    public boolean isRefused() {
        return verdict.flatMap(Verdict::refusal).isPresent();
    }

    /** What the script may have to say. */
    public List<String> refusals() {
        return Arrays.stream(Refusal.values()).map(Refusal::name).toList();
    }
}

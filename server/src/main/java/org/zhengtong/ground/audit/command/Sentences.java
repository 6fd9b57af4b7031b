package org.zhengtong.ground.audit.command;

import org.zhengtong.ground.audit.tree.Refused;

/** Refusals in words. */
final class Sentences {
    private Sentences() {}

    static String of(Refused refused) {
        String where = refused.where();
        return switch (refused.why()) {
            case NOT_A_PROOF -> "this is not a proof (c2sp.org/tlog-proof@v1), or a part of it is missing";
            case NOT_A_NOTE -> "the checkpoint is not a signed note, or a part of it is missing";
            case NOT_A_CHECKPOINT -> "what is signed is not a checkpoint";
            case NOT_A_KEY -> "this is not the key of a log";
            case OTHER_LOG -> "the checkpoint is one of another log, " + where;
            case NOT_SIGNED -> "the checkpoint is not signed by the key of " + where;
            case SIGNATURE_WRONG -> "the signature by " + where + " does not fit: the checkpoint was changed";
            case NO_ENTRY -> "the proof does not say which entry it is for (the line \"extra\")";
            case NOT_INCLUDED -> "the proof does not lead to the root: the entry does not stand there in this log";
            case NOT_CONSISTENT ->
                "the log did not grow from the older checkpoint: something before its end was changed or removed";
            case SMALLER -> "the log is smaller than it was: leaves at its end are gone";
            case TILE_MISSING -> "the file " + where + " is missing or has the wrong length";
            case TILE_DAMAGED -> "the file " + where + " does not fit what stands below it";
            case ROOT_WRONG -> "the tiles do not give the root that was signed";
        };
    }
}

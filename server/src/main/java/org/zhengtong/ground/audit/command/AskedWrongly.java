package org.zhengtong.ground.audit.command;

/** The command line cannot be carried out as it was typed. */
final class AskedWrongly extends RuntimeException {
    AskedWrongly(String sentence) {
        super(sentence, null, false, false);
    }
}

package org.zhengtong.ground.audit.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text and who signed it (C2SP {@code signed-note}).
 *
 * @param text ends with a line end
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_SIGNATURES = 64;
    private static final String PARTING = "\n\n";

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** @throws Refused when it is none */
    public static SignedNote parse(String note) {
        int parting = note.lastIndexOf(PARTING);
        if (note.length() > LONGEST || parting < 0 || !note.endsWith("\n") || hasControls(note)) {
            throw new Refused(Refusal.NOT_A_NOTE);
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : note.substring(parting + PARTING.length()).split("\n", -1)) {
            if (!line.isEmpty()) {
                signatures.add(NoteSignature.parse(line).orElseThrow(() -> new Refused(Refusal.NOT_A_NOTE)));
            }
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new Refused(Refusal.NOT_A_NOTE);
        }
        return new SignedNote(note.substring(0, parting + 1), signatures);
    }

    private static boolean hasControls(String note) {
        return note.chars().anyMatch(letter -> letter < ' ' && letter != '\n');
    }

    /** @throws Refused when the key has not signed it, or its signature is wrong */
    public void require(NoteKey key) {
        List<NoteSignature> ofKey = signatures.stream()
                .filter(signature -> signature.name().equals(key.name()) && signature.id() == key.id())
                .toList();
        if (ofKey.isEmpty()) {
            throw new Refused(Refusal.NOT_SIGNED, key.name());
        }
        if (!ofKey.stream().allMatch(signature -> key.hasSigned(text, signature.signature()))) {
            throw new Refused(Refusal.SIGNATURE_WRONG, key.name());
        }
    }

    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new SignedNote(text, all);
    }

    @Override
    public String toString() {
        return text + "\n"
                + signatures.stream().map(signature -> signature.line() + "\n").collect(Collectors.joining());
    }
}

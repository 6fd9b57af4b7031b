package org.zhengtong.ground.audit.tree;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a log says of itself (C2SP {@code tlog-checkpoint}).
 *
 * @param origin which log, an address without its scheme
 */
public record Checkpoint(String origin, long size, Digest root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        if (!NoteKey.isName(origin) || size < 0) {
            throw new IllegalArgumentException("no log is called so or has such a size");
        }
    }

    /** What is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Further lines may follow and are not looked at. */
    static Optional<Checkpoint> parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() < 3
                || !NoteKey.isName(lines.getFirst())
                || !SIZE.matcher(lines.get(1)).matches()) {
            return Optional.empty();
        }
        return Digest.ofBase64(lines.get(2))
                .map(root -> new Checkpoint(lines.getFirst(), Long.parseLong(lines.get(1)), root));
    }
}

package org.zhengtong.ground.slips;

import java.util.ArrayList;
import java.util.List;

/** What stands on a slip, from top to bottom. */
public record Slip(List<Part> parts) {
    public Slip {
        parts = List.copyOf(parts);
    }

    /** One thing on a slip. */
    public sealed interface Part {
        /**
         * A line.
         *
         * @param size 1 as usual, up to 8 times as wide and high
         */
        record Text(String words, int size, boolean centred) implements Part {
            public Text {
                if (size < 1 || size > 8) {
                    throw new IllegalArgumentException("a printer writes 1 to 8 times its usual size, not " + size);
                }
            }
        }

        /** A QR code, centred. */
        record Code(String content) implements Part {}
    }

    public static Slip empty() {
        return new Slip(List.of());
    }

    public Slip line(String words) {
        return with(new Part.Text(words, 1, false));
    }

    public Slip centred(String words, int size) {
        return with(new Part.Text(words, size, true));
    }

    public Slip code(String content) {
        return with(new Part.Code(content));
    }

    private Slip with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Slip(more);
    }
}

package org.zhengtong.ground.slips;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.zhengtong.ground.web.QrCode;

/**
 * What a printer prints when it is sent commands: reads them as a printer would, and draws the paper.
 *
 * @param parts in the order they come out
 * @param cut whether the paper is cut at the end
 */
public record PrintedSlip(List<Slip.Part> parts, boolean cut) {
    /** Of paper 80 mm wide: 48 half-width characters of 12 dots. */
    private static final int WIDTH = 576;

    private static final int LINE = 30;
    private static final int HALF = 12;
    private static final int CODE = 240;

    /** @throws IllegalArgumentException for a command such a printer does not know, with where it stands */
    public static PrintedSlip read(byte[] commands) {
        return new Reader(commands).read();
    }

    public String svg() {
        StringBuilder drawn = new StringBuilder();
        int y = LINE;
        for (Slip.Part part : parts) {
            switch (part) {
                case Slip.Part.Text(String words, int size, boolean centred) -> {
                    y += LINE * (size - 1);
                    drawn.append("<text x=\"%d\" y=\"%d\" font-size=\"%d\"%s>%s</text>"
                            .formatted(
                                    centred ? WIDTH / 2 : HALF,
                                    y,
                                    2 * HALF * size,
                                    centred ? " text-anchor=\"middle\"" : "",
                                    escaped(words)));
                    y += LINE;
                }
                case Slip.Part.Code(String content) -> {
                    drawn.append("<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" href=\"%s\"/>"
                            .formatted(
                                    (WIDTH - CODE) / 2,
                                    y - LINE,
                                    CODE,
                                    CODE,
                                    QrCode.of(content).address()));
                    y += CODE;
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
                font-family="monospace"><path fill="#fff" d="M0 0h%1$dv%2$dH0z"/>%3$s%4$s</svg>
                """.formatted(
                WIDTH,
                y + LINE,
                drawn,
                cut
                        ? "<path stroke=\"#888\" stroke-dasharray=\"8\" d=\"M0 %dh%d\"/>".formatted(y + LINE - 1, WIDTH)
                        : "");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final class Reader {
        private final byte[] commands;
        private final List<Slip.Part> parts = new ArrayList<>();
        private int at;
        private int size = 1;
        private boolean centred;
        private boolean cut;
        private String code = "";

        Reader(byte[] commands) {
            this.commands = commands;
        }

        PrintedSlip read() {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            while (at < commands.length) {
                int one = next();
                switch (one) {
                    case EscPos.ESC -> escape();
                    case EscPos.GS -> group();
                    case EscPos.FS -> next();
                    case '\n' -> {
                        if (line.size() > 0) {
                            parts.add(new Slip.Part.Text(line.toString(EscPos.CHARSET), size, centred));
                            line.reset();
                        }
                    }
                    default -> line.write(one);
                }
            }
            return new PrintedSlip(List.copyOf(parts), cut);
        }

        private void escape() {
            switch (next()) {
                case '@' -> {
                    size = 1;
                    centred = false;
                }
                case 'a' -> centred = next() == 1;
                case 'd' -> next();
                default -> throw unknown();
            }
        }

        private void group() {
            switch (next()) {
                case '!' -> size = (next() & 0x0F) + 1;
                case 'V' -> {
                    next();
                    next();
                    cut = true;
                }
                case '(' -> function();
                default -> throw unknown();
            }
        }

        private void function() {
            if (next() != 'k') {
                throw unknown();
            }
            int length = next() | next() << 8;
            int end = at + length;
            if (next() != EscPos.QR || end > commands.length) {
                throw unknown();
            }
            switch (next()) {
                case 80 -> {
                    next();
                    code = new String(commands, at, end - at, StandardCharsets.UTF_8);
                }
                case 81 -> parts.add(new Slip.Part.Code(code));
                default -> {}
            }
            at = end;
        }

        private int next() {
            if (at >= commands.length) {
                throw unknown();
            }
            return commands[at++] & 0xFF;
        }

        private IllegalArgumentException unknown() {
            return new IllegalArgumentException("no command a printer knows before byte " + at);
        }
    }
}

package org.zhengtong.ground.slips;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Slips as commands for receipt printers (Epson ESC/POS), with Chinese in GB18030 as printers sold here expect it. What a
 * person typed cannot become a command: control characters are left out.
 */
public final class EscPos {
    static final Charset CHARSET = Charset.forName("GB18030");
    static final int ESC = 0x1B;
    static final int GS = 0x1D;
    static final int FS = 0x1C;
    static final int QR = 0x31;
    private static final int DOTS_OF_A_MODULE = 6;
    private static final int CORRECTION_M = 0x31;
    private static final int FEED_BEFORE_CUT = 3;

    private EscPos() {}

    public static byte[] of(Slip slip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, ESC, '@');
        write(out, FS, '&');
        slip.parts().forEach(part -> {
            switch (part) {
                case Slip.Part.Text(String words, int size, boolean centred) -> {
                    write(out, ESC, 'a', centred ? 1 : 0);
                    write(out, GS, '!', (size - 1) << 4 | (size - 1));
                    out.writeBytes(words.replaceAll("\\p{Cntrl}", "").getBytes(CHARSET));
                    write(out, '\n');
                }
                case Slip.Part.Code(String content) -> {
                    write(out, ESC, 'a', 1);
                    code(out, content.getBytes(StandardCharsets.UTF_8));
                    write(out, '\n');
                }
            }
        });
        write(out, ESC, 'd', FEED_BEFORE_CUT);
        write(out, GS, 'V', 66, 0);
        return out.toByteArray();
    }

    /** Model 2, size, correction, content, print: functions 165, 167, 169, 180 and 181. */
    private static void code(ByteArrayOutputStream out, byte[] content) {
        function(out, 65, 50, 0);
        function(out, 67, DOTS_OF_A_MODULE);
        function(out, 69, CORRECTION_M);
        int length = content.length + 3;
        write(out, GS, '(', 'k', length & 0xFF, length >> 8, QR, 80, 48);
        out.writeBytes(content);
        function(out, 81, 48);
    }

    private static void function(ByteArrayOutputStream out, int number, int... values) {
        int length = values.length + 2;
        write(out, GS, '(', 'k', length & 0xFF, length >> 8, QR, number);
        write(out, values);
    }

    private static void write(ByteArrayOutputStream out, int... bytes) {
        for (int one : bytes) {
            out.write(one);
        }
    }
}

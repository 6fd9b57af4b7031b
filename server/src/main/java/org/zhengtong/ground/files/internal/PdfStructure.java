package org.zhengtong.ground.files.internal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRefused.Reason;

/**
 * Reads a PDF as names and streams: it begins and ends as ISO 32000 wants, is not locked, and has nothing that runs,
 * also where names are written with {@code #} codes or stand in packed object streams.
 */
final class PdfStructure {
    private static final Pattern ACTING = Pattern.compile(
            "/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|ImportData|SubmitForm|Encrypt)(?![A-Za-z0-9])");
    private static final Pattern CODE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern OBJECTS = Pattern.compile("/Type\\s*/ObjStm(?![A-Za-z0-9])");
    private static final int END_WITHIN = 2048;
    private static final long MOST_UNPACKED = 100L << 20;
    private static final int LONGEST_DICTIONARY = 2048;

    private PdfStructure() {}

    static void check(byte[] content) throws FileRefused {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF-") || text.indexOf("%%EOF", Math.max(0, text.length() - END_WITHIN)) < 0) {
            throw new FileRefused(Reason.BROKEN);
        }
        Unpacking unpacking = new Unpacking();
        int from = 0;
        Matcher stream = STREAM.matcher(text);
        while (stream.find(from)) {
            checkNames(text.substring(from, stream.start()));
            int end = text.indexOf("endstream", stream.end());
            if (end < 0) {
                throw new FileRefused(Reason.BROKEN);
            }
            String dictionary =
                    plain(text.substring(Math.max(from, stream.start() - LONGEST_DICTIONARY), stream.start()));
            if (OBJECTS.matcher(dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj"))))
                    .find()) {
                checkNames(unpacking.unpack(content, stream.end(), end));
            }
            from = end + "endstream".length();
        }
        checkNames(text.substring(from));
    }

    private static void checkNames(String text) throws FileRefused {
        if (ACTING.matcher(plain(text)).find()) {
            throw new FileRefused(Reason.BROKEN);
        }
    }

    /** Names may hide their letters behind codes: {@code /J#61vaScript}. */
    private static String plain(String text) {
        return text.indexOf('#') < 0
                ? text
                : CODE.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    /** All object streams of a file together may unpack to so much and no more. */
    private static final class Unpacking {
        private long unpacked;

        String unpack(byte[] content, int from, int to) throws FileRefused {
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(content, from, to - from);
                StringBuilder text = new StringBuilder();
                byte[] portion = new byte[8192];
                while (!inflater.finished()) {
                    int read = inflater.inflate(portion);
                    if (read == 0) {
                        break;
                    }
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new FileRefused(Reason.ARCHIVE_BOMB);
                    }
                    text.append(new String(portion, 0, read, StandardCharsets.ISO_8859_1));
                }
                return text.toString();
            } catch (DataFormatException e) {
                throw new FileRefused(Reason.BROKEN);
            } finally {
                inflater.end();
            }
        }
    }
}

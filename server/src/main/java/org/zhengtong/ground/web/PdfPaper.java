package org.zhengtong.ground.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Prints a page as PDF: tagged as PDF/UA-1 asks, with the fonts inside. */
public final class PdfPaper {
    /** What XML 1.0 cannot carry, and so no page that is to be printed. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private PdfPaper() {}

    /**
     * @param page XHTML with language, title and a description
     * @param style of the paper, as {@link #style} reads it
     */
    public static byte[] print(String page, String style) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .withProducer("Zhengtong")
                    .useFont(() -> open("/fonts/OpenSans-Regular.ttf"), "Open Sans")
                    .useFont(() -> open("/fonts/DroidSansFallback.ttf"), "Droid Sans Fallback")
                    .withHtmlContent(printable(page).replace("</head>", "<style>" + style + "</style></head>"), null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the characters no document can carry. */
    public static String printable(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }

    /** @param resource such as {@code /services/licences/paper.css} */
    public static String style(String resource) {
        try (InputStream file = open(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream resource = PdfPaper.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException(name + " is not in the program");
        }
        return resource;
    }
}

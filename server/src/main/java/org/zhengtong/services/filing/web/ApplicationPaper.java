package org.zhengtong.services.filing.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Page;

/** Prints an application as PDF on A4: tagged as PDF/UA-1 asks, with the fonts inside. */
@Component
class ApplicationPaper {
    private static final String STYLE = resource("/services/filing/application.css");

    /** What XML 1.0 cannot carry, and so no page that is to be printed. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final TemplateEngine templates;

    ApplicationPaper(TemplateEngine templates) {
        this.templates = templates;
    }

    byte[] pdf(ApplicationView view, Page page) {
        StringOutput sheet = new StringOutput();
        templates.render("services/filing/application-paper.jte", Map.of("view", view, "page", page), sheet);
        String printable = NOT_XML.matcher(sheet.toString()).replaceAll("");
        return print(printable.replace("</head>", "<style>" + STYLE + "</style></head>"));
    }

    private static byte[] print(String page) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .withProducer("Zhengtong")
                    .useFont(() -> open("/fonts/OpenSans-Regular.ttf"), "Open Sans")
                    .useFont(() -> open("/fonts/DroidSansFallback.ttf"), "Droid Sans Fallback")
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream resource = ApplicationPaper.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException(name + " is not in the program");
        }
        return resource;
    }

    private static String resource(String name) {
        try (InputStream resource = open(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

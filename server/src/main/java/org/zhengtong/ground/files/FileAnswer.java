package org.zhengtong.ground.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers with a file somebody handed in, so that it cannot act in the reader's name: the type is the one found in the
 * bytes, the browser may not guess another, and no page of ours runs what is in it.
 */
public final class FileAnswer {
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "application/pdf");
    private static final String PDF = "application/pdf";

    private FileAnswer() {}

    /** For keeping. */
    public static ResponseEntity<Resource> attachment(StoredFile file, InputStream content) {
        return answer(file, content, ContentDisposition.attachment());
    }

    /** For looking at; other types than photographs and PDF are handed out for keeping all the same. */
    public static ResponseEntity<Resource> inline(StoredFile file, InputStream content) {
        return SHOWN.contains(file.type())
                ? answer(file, content, ContentDisposition.inline())
                : attachment(file, content);
    }

    /** What the program has made, for keeping. */
    public static ResponseEntity<byte[]> made(byte[] content, String type, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", kept(name))
                .body(content);
    }

    /** The same of what is still being made while it is sent. */
    public static void begin(HttpServletResponse answer, String type, String name) {
        answer.setContentType(type);
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("Content-Disposition", kept(name));
    }

    private static String kept(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** A page of it, drawn by the program. */
    public static ResponseEntity<byte[]> picture(String type, byte[] drawn) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(drawn);
    }

    private static ResponseEntity<Resource> answer(
            StoredFile file, InputStream content, ContentDisposition.Builder disposition) {
        ContentDisposition how =
                disposition.filename(file.name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.bytes())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("Content-Disposition", how.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy(file, how))
                .body(new InputStreamResource(content));
    }

    /** A sandbox keeps browsers from showing a PDF at all, so what is shown of it goes without. */
    private static String policy(StoredFile file, ContentDisposition how) {
        return how.isInline() && file.type().equals(PDF)
                ? "default-src 'none'; object-src 'self'; frame-ancestors 'self'"
                : "default-src 'none'; sandbox; frame-ancestors 'self'";
    }
}

package org.zhengtong.services.instruments.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.instruments.CaseArchive;

/** Packed whole before the first byte is sent: what cannot be packed is told in words, not by a broken file. */
final class ArchiveAnswer {
    private ArchiveAnswer() {}

    static ResponseEntity<StreamingResponseBody> of(CaseArchive archive, CaseFile file, StaffMember staff)
            throws IOException {
        Path packed = Files.createTempFile("zhengtong-archive-", ".zip");
        try (OutputStream out = Files.newOutputStream(packed)) {
            archive.open(file.id(), staff, out);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(packed);
            throw failure;
        }
        ContentDisposition name = ContentDisposition.attachment()
                .filename(file.caseNumber() + ".zip", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .contentLength(Files.size(packed))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(out -> {
                    try {
                        Files.copy(packed, out);
                    } finally {
                        Files.deleteIfExists(packed);
                    }
                });
    }
}

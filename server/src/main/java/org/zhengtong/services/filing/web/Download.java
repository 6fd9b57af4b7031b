package org.zhengtong.services.filing.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;

/** A file of a draft, saved by the browser under its own name. */
final class Download {
    private Download() {}

    static ResponseEntity<InputStreamResource> of(StoredFile file, FileStore files) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(files.open(file.id())));
    }
}

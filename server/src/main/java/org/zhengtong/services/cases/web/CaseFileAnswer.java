package org.zhengtong.services.cases.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;

/** A file of a case, shown in the browser and kept by nobody on the way. */
final class CaseFileAnswer {
    private CaseFileAnswer() {}

    static ResponseEntity<InputStreamResource> of(StoredFile file, FileStore files) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.bytes())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(() -> files.open(file.id())));
    }
}

package org.zhengtong.services.instruments.web;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.CaseDocument;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.instruments.Instrument;
import org.zhengtong.services.instruments.Instruments;

/** What applicants and staff read of a document alike, once the case is open to them. */
@Component
class InstrumentReading {
    private final Instruments instruments;
    private final FileStore files;

    InstrumentReading(Instruments instruments, FileStore files) {
        this.instruments = instruments;
        this.files = files;
    }

    /** @param name within the case */
    Instrument read(CaseFile file, String name) {
        CaseDocument document =
                CaseDocument.find(file, name).orElseThrow(() -> Problem.notFound("instruments.no-document"));
        return instruments.read(file, document);
    }

    ResponseEntity<InputStreamResource> pdf(CaseFile file, String name) {
        return answer(instruments.print(read(file, name)).pdf(), ContentDisposition.inline());
    }

    ResponseEntity<InputStreamResource> ofd(CaseFile file, String name) {
        return answer(instruments.print(read(file, name)).ofd(), ContentDisposition.attachment());
    }

    private ResponseEntity<InputStreamResource> answer(StoredFile print, ContentDisposition.Builder how) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(print.type()))
                .contentLength(print.bytes())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(print.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(() -> files.open(print.id())));
    }
}

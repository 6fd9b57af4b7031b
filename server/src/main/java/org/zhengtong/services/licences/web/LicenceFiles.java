package org.zhengtong.services.licences.web;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicencePrint;
import org.zhengtong.services.licences.LicencePrints;

/** Hands out the prints of licences and of copies that were opened for their reader. */
@Component
class LicenceFiles {
    private final LicencePrints prints;
    private final FileStore files;

    LicenceFiles(LicencePrints prints, FileStore files) {
        this.prints = prints;
        this.files = files;
    }

    ResponseEntity<Resource> pdf(Licence licence) {
        return pdf(prints.of(licence));
    }

    ResponseEntity<Resource> ofd(Licence licence) {
        return ofd(prints.of(licence));
    }

    ResponseEntity<Resource> pdf(LicencePrint print) {
        return FileAnswer.inline(print.pdf(), files.open(print.pdf().id()));
    }

    ResponseEntity<Resource> ofd(LicencePrint print) {
        StoredFile file = print.ofd();
        return FileAnswer.attachment(file, files.open(file.id()));
    }
}

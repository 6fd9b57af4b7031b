package org.zhengtong.services.instruments;

import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.paper.OfdPaper;

/** The two prints of a document, made once: PDF/UA for people, OFD (GB/T 33190) with the body's electronic seal. */
public record Print(StoredFile pdf, StoredFile ofd) {
    public static final String OFD = OfdPaper.TYPE;
}

package org.zhengtong.services.instruments.internal;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.paper.OfdPaper;
import org.zhengtong.services.instruments.Instrument;

/** Prints a document as OFD (GB/T 33190), sealed by its body. */
@Component
class OfdPrinting {
    private final MessageSource messages;
    private final SealPictures pictures;
    private final OfdPaper paper;

    OfdPrinting(MessageSource messages, SealPictures pictures, OfdPaper paper) {
        this.messages = messages;
        this.pictures = pictures;
        this.paper = paper;
    }

    byte[] print(Instrument instrument) {
        PaperView view = new PaperView(messages, instrument, "", "", pictures.verifyAddress(instrument));
        return paper.print(OfdLayout.of(instrument, view, pictures));
    }
}

package org.zhengtong.ground.paper;

/** Draws sheets as an OFD document and puts the body's seal on the last of them. */
public interface OfdPaper {
    String TYPE = "application/ofd";

    byte[] print(OfdDocument document);
}

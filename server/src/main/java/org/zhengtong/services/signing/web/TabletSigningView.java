package org.zhengtong.services.signing.web;

import org.zhengtong.services.signing.Signings;
import org.zhengtong.services.signing.Strokes;

/** @param noName whether what was written last was no signature */
public record TabletSigningView(Signings.Asked asked, boolean noName) {
    public int width() {
        return Strokes.WIDTH;
    }

    public int height() {
        return Strokes.HEIGHT;
    }
}

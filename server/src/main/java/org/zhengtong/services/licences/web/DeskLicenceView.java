package org.zhengtong.services.licences.web;

import java.util.Arrays;
import java.util.List;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceAct;

/** A licence at the desk of the body that issued it. */
public record DeskLicenceView(FaceView face, List<HistoryLine> history, boolean mayDecide, String done) {

    public Licence licence() {
        return face.licence();
    }

    public String page() {
        return "/desk/licences/" + licence().id();
    }

    public String tone() {
        return LicenceTone.of(licence().state());
    }

    /** What may be decided now. */
    public List<LicenceAct> acts() {
        return mayDecide
                ? Arrays.stream(LicenceAct.values())
                        .filter(act -> act.mayFollow(licence().state()))
                        .filter(act -> act != LicenceAct.RENEW
                                || licence().validUntil().isPresent())
                        .toList()
                : List.of();
    }
}

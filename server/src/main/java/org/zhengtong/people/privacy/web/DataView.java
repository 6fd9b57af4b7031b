package org.zhengtong.people.privacy.web;

import java.util.List;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.privacy.Choices;
import org.zhengtong.people.privacy.DataRequest;
import org.zhengtong.people.privacy.OwnData;

/** @param done key of the sentence about what was just done; empty when nothing was */
public record DataView(
        List<OwnData.Seen> looks,
        List<OwnData.Counted> sections,
        List<Choices.Choice> choices,
        List<DataRequest> requests,
        String done) {

    public String who(Page page, OwnData.Seen seen) {
        if (seen.own()) {
            return page.t("privacy.looks.yourself");
        }
        return seen.workplace()
                .map(body -> page.t("privacy.looks.staff-of", body))
                .or(() -> seen.agent().map(name -> page.t("privacy.looks.agent", name)))
                .orElseGet(() -> page.t("privacy.looks.system"));
    }

    /** A purpose is a key where the house looked by itself or the person did, and otherwise the words of who looked. */
    public String why(Page page, OwnData.Seen seen) {
        return switch (seen.look().purpose()) {
            case "own-profile", "own-export", "handling", "mandate", "checking-mandate", "firm-register" ->
                page.t("privacy.purpose." + seen.look().purpose());
            default -> seen.look().purpose();
        };
    }
}

package org.zhengtong.services.licences.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.licences.LicenceDesk;
import org.zhengtong.services.licences.LicenceState;

/**
 * The licences of a body.
 *
 * @param lines one more than a page when there is a next one
 * @param types the titles to choose from
 * @param steward whether the reader takes holdings over
 * @param sought what was looked for in vain; empty otherwise
 */
public record DeskListView(
        String bodyName,
        List<LicenceDesk.Line> lines,
        List<String> types,
        String type,
        Optional<LicenceState> state,
        String sought,
        boolean steward) {

    public List<LicenceDesk.Line> page() {
        return lines.subList(0, Math.min(lines.size(), LicenceDesk.PAGE));
    }

    public Optional<String> more() {
        return lines.size() <= LicenceDesk.PAGE
                ? Optional.empty()
                : Optional.of("/desk/licences?type=" + URLEncoder.encode(type, StandardCharsets.UTF_8) + "&state="
                        + state.map(LicenceState::name).orElse("") + "&before="
                        + page().getLast().id());
    }

    public String tone(LicenceDesk.Line line) {
        return LicenceTone.of(line.state());
    }

    public String key(LicenceDesk.Line line) {
        return LicenceTone.key(line.state());
    }

    public List<LicenceState> states() {
        return List.of(LicenceState.values());
    }

    public String key(LicenceState one) {
        return LicenceTone.key(one);
    }
}

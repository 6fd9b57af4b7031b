package org.zhengtong.services.supervision.web;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.supervision.CardCommand;
import org.zhengtong.services.supervision.CardCourse;
import org.zhengtong.services.supervision.Cards;

/**
 * @param action in which words were typed that were not taken; else empty
 * @param done the name of what has just been done, or empty
 */
public record CardView(Cards.Opened opened, String action, String words, FormState form, String done, LocalDate today) {
    /** The names of what may be done, as addresses. */
    static final List<String> ACTIONS = List.of("reason", "measure", "confirmation", "refusal", "lifting");

    public String path() {
        return "/desk/cards/" + opened.card().id();
    }

    /** Those that would be taken now. */
    public List<String> actions() {
        return ACTIONS.stream()
                .filter(one -> opened.card().course().after(command(one, "…"), opened.hand(), today)
                        instanceof CardCourse.Answer.Moved)
                .toList();
    }

    static CardCommand command(String action, String words) {
        return switch (action) {
            case "reason" -> new CardCommand.Explain(words);
            case "measure" -> new CardCommand.Conclude(words);
            case "lifting" -> new CardCommand.ProposeLifting(words);
            case "confirmation" -> new CardCommand.ConfirmLifting(words);
            default -> new CardCommand.DeclineLifting(words);
        };
    }

    static boolean isKnown(String action) {
        return ACTIONS.contains(action);
    }
}

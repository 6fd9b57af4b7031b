package org.zhengtong.services.window.web;

import java.util.Optional;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.WaitingResult;
import org.zhengtong.services.signing.Signings;
import org.zhengtong.services.window.Agent;

/**
 * A result to be handed over.
 *
 * @param agent what was typed of somebody who collects it for the applicant
 * @param way the form that was sent, when it was wrong
 * @param own how it stands with the receipt on the tablet, signed by the applicant
 */
public record DeliveryView(
        WaitingResult result, Agent agent, String way, Optional<Problem> problem, Signings.OnTablet own) {
    public String path() {
        return "/desk/window/delivery/" + result.id().value();
    }

    /** The field the problem is about. */
    public String wrongField() {
        String code = problem.map(Problem::code).orElse("");
        return switch (way) {
            case "sent" -> code.contains("tracking") ? "tracking" : "carrier";
            case "agent" ->
                switch (code) {
                    case "window.agent.name" -> "name";
                    case "window.agent.relation" -> "relation";
                    case "window.agent.mandate" -> "mandate";
                    case "window.agent.not-seen" -> "agent-seen";
                    default -> code.startsWith("window.proof-refused") ? "agent-proof" : "number";
                };
            default -> code.equals("signing.other-paper") ? "proof" : "digits";
        };
    }

    public boolean isWrong(String field) {
        return problem.isPresent() && wrongField().equals(field);
    }
}

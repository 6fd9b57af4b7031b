package org.zhengtong.services.window.web;

import java.util.Optional;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.cases.WaitingResult;

/**
 * A result to be handed over.
 *
 * @param way the form that was sent, when it was wrong
 */
public record DeliveryView(WaitingResult result, String way, Optional<Problem> problem) {
    public String path() {
        return "/desk/window/delivery/" + result.id().value();
    }
}

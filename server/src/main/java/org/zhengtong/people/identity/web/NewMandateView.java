package org.zhengtong.people.identity.web;

import java.util.List;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.MandateMatters.Matter;
import org.zhengtong.people.identity.MandateOrder;

/**
 * The page where a mandate is written.
 *
 * @param principal who gives it
 * @param chosen items ticked so far
 * @param found what was looked for
 * @param find the words looked for
 */
public record NewMandateView(
        MandateOrder order,
        String principal,
        List<Matter> chosen,
        List<Matter> found,
        String find,
        String today,
        int longestDays,
        FormState form) {
    public String action() {
        return "/my/mandates/new";
    }

    public String firm() {
        return order.firm().map(firm -> firm.value().toString()).orElse("");
    }
}

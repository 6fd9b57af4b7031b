package org.zhengtong.people.identity.web;

import java.util.List;
import org.zhengtong.people.identity.MandateOrder;

/** The wording before it is signed. */
public record SignMandateView(MandateOrder order, String wording) {
    public List<String> lines() {
        return wording.lines().skip(1).toList();
    }

    public String heading() {
        return wording.lines().findFirst().orElse("");
    }

    public String firm() {
        return order.firm().map(firm -> firm.value().toString()).orElse("");
    }

    @Override
    public String toString() {
        return "SignMandateView";
    }
}

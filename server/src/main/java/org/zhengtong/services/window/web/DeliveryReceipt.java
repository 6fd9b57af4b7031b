package org.zhengtong.services.window.web;

import java.util.List;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.WaitingResult;
import org.zhengtong.services.signing.Paper;

/**
 * The delivery receipt (送达回证) as the applicant signs it on a tablet; it says what the one on paper says. Somebody who
 * collects for them signs on paper: who that is is typed only afterwards, and nothing counts that did not stand in what was
 * signed.
 */
final class DeliveryReceipt {
    private DeliveryReceipt() {}

    static Paper paper(WaitingResult result, StaffMember clerk, Page page) {
        List<Paper.Line> lines = List.of(
                line(page, "window.pick.body", result.bodyName()),
                line(
                        page,
                        "window.slip.document",
                        page.t("window.slip.result", result.itemName(), page.t("cases.state." + result.outcome()))),
                line(page, "cases.receipt-number", result.receiptNumber()),
                line(page, "window.slip.applicant", result.applicant().value()),
                line(
                        page,
                        "window.slip.way",
                        page.t("window.slip.way.window", clerk.body().name())),
                line(page, "window.slip.clerk", clerk.name()),
                line(page, "window.slip.collector", page.t("window.slip.collector.applicant")));
        return new Paper(
                result.id().value(),
                page.t("window.slip.title"),
                List.of(new Paper.Part("", lines)),
                page.t("window.slip.text"));
    }

    private static Paper.Line line(Page page, String label, String value) {
        return new Paper.Line(page.t(label), value);
    }
}

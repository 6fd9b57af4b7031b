package org.zhengtong.services.cases.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Inbox;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.cases.Light;

/**
 * @param views the views this member of staff may choose from
 * @param me who reads
 * @param mayAccept whether the rows that await acceptance, and no colleague has in hand, carry the button
 * @param notice the name of what has just been done, or empty
 */
public record DeskView(
        Inbox inbox, InboxFilter filter, List<InboxFilter.View> views, PersonId me, boolean mayAccept, String notice) {

    public int pages() {
        return Math.max(1, Math.ceilDiv(inbox.total(), InboxFilter.PAGE_SIZE));
    }

    /** The address of the same list with one thing changed. */
    public String address(InboxFilter.View view, Optional<Light> light, int page) {
        StringBuilder address =
                new StringBuilder("/desk?view=").append(view.name().toLowerCase(java.util.Locale.ROOT));
        light.ifPresent(colour -> address.append("&light=").append(colour.name().toLowerCase(java.util.Locale.ROOT)));
        filter.search()
                .ifPresent(text -> address.append("&q=")
                        .append(java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)));
        return page == 1
                ? address.toString()
                : address.append("&page=").append(page).toString();
    }

    public boolean acceptable(CaseSummary row) {
        return mayAccept
                && (row.state() == CaseState.SUBMITTED || row.state() == CaseState.RECEIVED)
                && row.assignee().filter(one -> !one.equals(me)).isEmpty();
    }
}

package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryCheck.Rule;
import org.zhengtong.services.catalogue.FurtherElements.OnlineDepth;

/** The part of the gate that holds the ways in against each other: how often one comes, online, by post. */
final class ChannelCheck {
    private static final String FULLY_ONLINE = "全程网办";

    private ChannelCheck() {}

    static void visits(ServiceItem item, List<Finding> findings) {
        if (item.visits() > 0 && item.visitReason().isEmpty()) {
            findings.add(new Finding(Rule.VISITS_HAVE_A_REASON, "visitReason"));
        }
        if (item.visits() == 0 && item.visitReason().isPresent()) {
            findings.add(new Finding(Rule.NO_VISIT_NO_REASON, "visitReason"));
        }
        if (item.visits() == 0 && !item.online() && !item.postAccepted()) {
            findings.add(new Finding(Rule.OFFLINE_WITHOUT_VISIT_TAKES_POST, "postAccepted"));
        }
        if (!item.fullyOnline() && texts(item).anyMatch(text -> text.contains(FULLY_ONLINE))) {
            findings.add(new Finding(Rule.FULLY_ONLINE_MEANS_NO_VISIT, "visits"));
        }
    }

    static void online(ServiceItem item, List<Finding> findings) {
        OnlineDepth depth = item.further().onlineDepth();
        if (item.online() == (depth == OnlineDepth.INFORMATION)) {
            findings.add(new Finding(Rule.ONLINE_DEPTH_AGREES, "onlineDepth"));
        } else if (depth == OnlineDepth.WHOLE && item.visits() > 0) {
            findings.add(new Finding(Rule.FULLY_ONLINE_MEANS_NO_VISIT, "onlineDepth"));
        }
        item.further()
                .onlineAddress()
                .filter(address -> !address.matches("https://[\\p{Alnum}.-]+\\.\\p{Alpha}{2,}(:[0-9]+)?(/\\S*)?"))
                .ifPresent(address -> findings.add(new Finding(Rule.ONLINE_ADDRESS_IS_SAFE, "onlineAddress", address)));
    }

    private static Stream<String> texts(ServiceItem item) {
        return Stream.of(
                        Stream.of(item.summary(), item.openingHours(), item.result()),
                        item.conditions().stream(),
                        item.feeStandard().stream(),
                        item.visitReason().stream(),
                        item.materials().stream().flatMap(material -> Stream.of(material.name(), material.copies())),
                        item.questions().stream().map(Question::answer))
                .flatMap(text -> text);
    }
}

package org.zhengtong.services.cases.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;

/** Files the parts of one thing that can begin, in the transaction that lets them: one outcome, never two, never none. */
@Component
class JointContinuation {
    private final JointStore store;
    private final Filings filings;
    private final Catalogue catalogue;
    private final Licences licences;
    private final Identity identity;

    JointContinuation(JointStore store, Filings filings, Catalogue catalogue, Licences licences, Identity identity) {
        this.store = store;
        this.filings = filings;
        this.catalogue = catalogue;
        this.licences = licences;
        this.identity = identity;
    }

    /** What has been granted so far lets what waited for it begin. */
    void goOn(UUID joint, Instant at) {
        JointStore.Filer filer = store.hold(joint);
        Map<ItemCode, UUID> granted = store.granted(joint);
        for (JointStore.Waiting part : store.waiting(joint)) {
            if (granted.keySet().containsAll(part.waitsFor())) {
                file(joint, part, filer, results(part, granted), at);
            }
        }
    }

    private Map<ItemCode, Licence> results(JointStore.Waiting part, Map<ItemCode, UUID> granted) {
        Map<ItemCode, Licence> results = new HashMap<>();
        granted.forEach((item, id) -> {
            if (part.waitsFor().contains(item)) {
                licences.grantedBy(id).ifPresent(licence -> results.put(item, licence));
            }
        });
        return results;
    }

    private void file(
            UUID joint, JointStore.Waiting part, JointStore.Filer filer, Map<ItemCode, Licence> results, Instant at) {
        ServiceItem item = catalogue.item(part.item(), part.version());
        Party applicant = applicant(item, filer.applicant(), results);
        FilingOrder order = new FilingOrder(
                UUID.nameUUIDFromBytes((joint + "/" + part.position()).getBytes(StandardCharsets.UTF_8)),
                item,
                applicant,
                filer.agent(),
                part.content().situations(),
                answers(part.content(), results),
                materials(part.content(), results),
                filer.channel());
        CaseId filed = filings.goOn(order, identity.nameOf(applicant), Map.of(), Optional.of(joint), at)
                .id();
        store.filed(joint, part.position(), filed);
    }

    /** A firm founded on the way files what only a firm can. */
    private static Party applicant(ServiceItem item, Party filer, Map<ItemCode, Licence> results) {
        boolean byFirm = filer instanceof Party.Person && !item.isFiledBy(Audience.PERSON);
        return results.values().stream()
                .map(Licence::holder)
                .filter(holder -> byFirm && holder instanceof Party.Firm)
                .findFirst()
                .orElse(filer);
    }

    private static Map<String, String> answers(JointStore.Content content, Map<ItemCode, Licence> results) {
        Map<String, String> answers = new HashMap<>(content.answers());
        content.answered()
                .forEach((field, from) -> Optional.ofNullable(results.get(from.item()))
                        .map(licence -> licence.attributes().get(from.attribute()))
                        .ifPresent(answer -> answers.put(field, answer)));
        return answers;
    }

    /** A result that is no electronic licence is known to the house all the same. */
    private static List<HandedIn> materials(JointStore.Content content, Map<ItemCode, Licence> results) {
        return Stream.concat(
                        content.materials().stream().map(CaseSeals.Entry::handedIn),
                        content.receives().entrySet().stream()
                                .map(entry -> Optional.ofNullable(results.get(entry.getValue()))
                                        .<HandedIn>map(licence -> new HandedIn.ByLicence(entry.getKey(), licence.id()))
                                        .orElseGet(() -> new HandedIn.Generated(entry.getKey()))))
                .toList();
    }
}

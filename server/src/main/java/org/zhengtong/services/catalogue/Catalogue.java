package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.people.organisation.StaffMember;

/** The published items, answered from memory. */
public interface Catalogue {
    /** The newest published version, also of a suspended item. */
    Optional<ServiceItem> item(ItemCode code);

    /** The version a case was filed under. */
    ServiceItem item(ItemCode code, int version);

    /** All items in use or suspended, in the order of the list. */
    List<ServiceItem> items();

    List<Bundle> bundles();

    Optional<Bundle> bundle(String code);

    /** Items and bundles for a question in somebody's own words, best first; nothing rather than something invented. */
    List<Found> search(String question, int limit);

    /** What keeps an entry from being published: the gate's own rules, and those of the base item it implements. */
    List<EntryCheck.Finding> findings(ServiceItem item);

    /** @throws IncompleteEntry when the publishing gate finds something; otherwise publishes a new version; every node shows it within two seconds */
    default ServiceItem publish(ServiceItem item) {
        return publish(item, Publication.OF_THE_PROGRAM);
    }

    /** The same, by members of staff. */
    ServiceItem publish(ServiceItem item, Publication publication);

    /** All versions of an entry, the newest first. */
    List<PublishedVersion> versions(ItemCode code);

    /** A version of a bundle. */
    Optional<Bundle> bundle(String code, int version);

    /** @param answers to the bundle's guide: question id → answer id */
    default BundlePlan plan(Bundle bundle, Map<String, String> answers) {
        return BundlePlan.of(
                bundle,
                bundle.items().stream()
                        .distinct()
                        .map(this::item)
                        .flatMap(Optional::stream)
                        .toList(),
                answers);
    }

    /** What is wrong with a bundle; not all of it keeps it from being published. */
    List<BundleCheck.Finding> findings(Bundle bundle);

    /** @throws IncompleteBundle when the publishing gate holds it back; otherwise publishes a new version */
    default Bundle publish(Bundle bundle) {
        return publish(bundle, Publication.OF_THE_PROGRAM);
    }

    /** The same, by members of staff. */
    Bundle publish(Bundle bundle, Publication publication);

    /** All versions of a bundle, the newest first. */
    List<PublishedBundle> versions(String bundle);

    /** Suspends an item, takes it up again or cancels it for good; open cases go on under their version. */
    void setState(ItemCode code, ItemState state);

    /** The same by a member of staff who keeps the catalogue of the body's division ({@link Stewardship}). */
    void setState(ItemCode code, ItemState state, StaffMember by);
}

package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.language.SearchWay;
import org.zhengtong.people.organisation.StaffMember;

/** The published items, answered from memory. */
public interface Catalogue {
    /** The newest published version, also of a suspended item. */
    Optional<ServiceItem> item(ItemCode code);

    /** The version a case was filed under. */
    ServiceItem item(ItemCode code, int version);

    /** All items in use or suspended, in the order of the list. */
    List<ServiceItem> items();

    /** The entries of one base item, one for each body that has it, in the order of the list. */
    List<ServiceItem> entriesOf(String baseCode);

    List<Bundle> bundles();

    Optional<Bundle> bundle(String code);

    /**
     * Items and bundles for a question in somebody's own words, best first; nothing rather than something invented. Of
     * a base item that many bodies have, the entry of the body the question names, else the first of the list.
     */
    List<Found> search(String question, int limit);

    /** What keeps an entry from being published: the gate's own rules, and those of the base item it implements. */
    List<EntryCheck.Finding> findings(ServiceItem item);
    /** By one way of searching alone; the benchmark shows them beside each other. */
    List<Found> search(String question, int limit, SearchWay way);

    /** The same for what is still being typed, at once. */
    List<Found> suggest(String typed, int limit);

    /** What an item says on exactly what is asked; nothing when it is not clear which item is meant. */
    Optional<Answer> answer(String question);

    /** Reads everything anew and makes the index anew, while the one before goes on answering. */
    void readAnew();

    /** How many sentences are found by their words only, because what they mean is still being computed. */
    int notYetUnderstood();

    /** @throws IncompleteEntry when the publishing gate finds something; otherwise publishes a new version; every node shows it within two seconds */
    default ServiceItem publish(ServiceItem item) {
        return publish(item, Publication.OF_THE_PROGRAM);
    }

    /** The same, by members of staff. */
    ServiceItem publish(ServiceItem item, Publication publication);

    /** All versions of an entry, the newest first. */
    List<PublishedVersion> versions(ItemCode code);

    void publish(Bundle bundle);

    /** Suspends an item, takes it up again or cancels it for good; open cases go on under their version. */
    void setState(ItemCode code, ItemState state);

    /** The same by a member of staff who keeps the catalogue of the body's division ({@link Stewardship}). */
    default void setState(ItemCode code, ItemState state, StaffMember by) {
        setState(code, state, by, "");
    }

    /** @param reason kept in the audit log */
    void setState(ItemCode code, ItemState state, StaffMember by, String reason);
}

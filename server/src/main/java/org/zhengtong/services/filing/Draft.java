package org.zhengtong.services.filing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * A filing on its way.
 *
 * @param item in the version the draft is held against, always the newest published one
 * @param bundle code of the one thing it is; {@code item} is then what that looks like as a whole
 * @param itemChanged whether the item was published anew since the draft was begun
 * @param version counts the changes
 * @param pages page of the form → version at which it was saved last; the guide is {@link #GUIDE}
 * @param files material → files handed in, in their order
 * @param promised materials promised for later
 * @param filed the case it became
 * @param attended the visit at a window it is filled in at, and the clerk who does so
 */
public record Draft(
        UUID id,
        PersonId owner,
        Party party,
        ServiceItem item,
        Optional<String> bundle,
        boolean itemChanged,
        int version,
        Map<String, String> situations,
        Answers answers,
        Map<String, Integer> pages,
        Map<String, List<UUID>> files,
        Set<String> promised,
        Instant updatedAt,
        Optional<CaseId> filed,
        Optional<Attended> attended,
        Optional<Signed> signed) {
    /** At a window at the moment. */
    public record Attended(UUID visit, PersonId clerk) {}

    /**
     * The application as it was printed and signed.
     *
     * @param version of the draft that was signed
     */
    public record Signed(UUID file, int version) {}

    /** The page of the guide, among {@link #pages}. */
    public static final String GUIDE = "situations";

    /** Whether a page that was shown at {@code seen} has been saved again since, in another window or on another device. */
    public boolean isStale(String page, int seen) {
        return pages.getOrDefault(page, 0) > seen;
    }

    /** Where what is filed is told of. */
    public String address() {
        return bundle.map(code -> "/bundles/" + code).orElseGet(() -> "/items/" + item.code());
    }

    /** Where it went on once it was filed. */
    public Optional<String> filedAddress() {
        return filed.map(id -> bundle.isPresent() ? "/my/joint/" + id.value() : "/my/cases/" + id.value() + "/receipt");
    }

    /** The visit in which this reader fills the draft in for its owner. */
    public Optional<UUID> visit(PersonId reader) {
        return owner.equals(reader)
                ? Optional.empty()
                : attended.filter(at -> at.clerk().equals(reader)).map(Attended::visit);
    }

    /** Whether what was signed is what stands here now. */
    public boolean isSigned() {
        return signed.filter(one -> one.version() == version).isPresent();
    }

    public List<UUID> filesOf(String material) {
        return files.getOrDefault(material, List.of());
    }

    /** What was typed stays out of logs. */
    @Override
    public String toString() {
        return "Draft[" + id + " of " + item.code() + "]";
    }
}

package org.zhengtong.people.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far somebody's hands and eyes reach: their own matters, and those of everybody they act for.
 *
 * @param mandates in force, the oldest first
 */
public record Reach(PersonId self, List<Mandate> mandates) {
    public Reach {
        mandates = List.copyOf(mandates);
    }

    /** Everybody they act for, as far as it may be. */
    public List<Party> others() {
        return List.copyOf(
                mandates.stream().map(Mandate::principal).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    public boolean actsFor(Party party) {
        return party.equals(me()) || others().contains(party);
    }

    public boolean mayFile(Party party, String item) {
        return party.equals(me())
                || of(party).anyMatch(mandate -> mandate.scope().allows(Power.FILE, item));
    }

    /** One thing as a whole (一件事), and whatever else has no item. */
    public boolean mayFileAnything(Party party) {
        return party.equals(me())
                || of(party).anyMatch(mandate -> mandate.scope().allows(Power.FILE));
    }

    public boolean mayRead(Party party, String item) {
        return party.equals(me())
                || of(party).anyMatch(mandate -> mandate.scope().allows(Power.READ, item));
    }

    public boolean mayReadAll(Party party) {
        return wholeParties().contains(party);
    }

    public boolean mayCollect(Party party, String item) {
        return party.equals(me())
                || of(party).anyMatch(mandate -> mandate.scope().allows(Power.COLLECT, item));
    }

    /** Those of whom everything may be read, oneself first. */
    public List<Party> wholeParties() {
        return Stream.concat(
                        Stream.of(me()),
                        mandates.stream()
                                .filter(mandate -> mandate.scope().allows(Power.READ))
                                .map(Mandate::principal))
                .distinct()
                .toList();
    }

    /** The same by their identifiers. */
    public Set<UUID> whole() {
        return wholeParties().stream().map(Party::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody of whom something may be read, by their identifiers. */
    public Set<UUID> parties() {
        return Stream.concat(
                        whole().stream(),
                        readByItem().map(mandate -> mandate.principal().id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What may be read of those of whom not everything may: {@code <party> <item>}. Never empty, so that it can stand in
     * a statement.
     */
    public Set<String> parts() {
        return Stream.concat(
                        Stream.of(""),
                        readByItem()
                                .flatMap(mandate -> mandate.scope().items().stream()
                                        .map(item -> mandate.principal().id() + " " + item)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Mandate> readByItem() {
        return mandates.stream()
                .filter(mandate -> mandate.scope().powers().contains(Power.READ))
                .filter(mandate -> !mandate.scope().items().isEmpty());
    }

    /** Without what is other people's: what is kept of somebody, besides of the firms they act for. */
    public Reach withoutOtherPersons() {
        Predicate<Mandate> ofFirm = mandate -> mandate.principal() instanceof Party.Firm;
        return new Reach(self, mandates.stream().filter(ofFirm).toList());
    }

    private Party me() {
        return new Party.Person(self);
    }

    private Stream<Mandate> of(Party party) {
        return mandates.stream().filter(mandate -> mandate.principal().equals(party));
    }
}

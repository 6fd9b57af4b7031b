package org.zhengtong.people.organisation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignInRequired;

/**
 * A member of staff at their post. A controller that declares this parameter is reached by staff who proved who they are
 * by two factors; staff who did not are led to do so, and everybody else is told that the page is not theirs.
 *
 * @param duties for which items each role is held
 */
@SignInRequired(twice = true)
public record StaffMember(PersonId person, String name, Body body, String post, Map<Role, ItemScope> duties) {
    public StaffMember {
        duties = Map.copyOf(duties);
    }

    /** Who holds these roles for all items of the body. */
    public StaffMember(PersonId person, String name, Body body, String post, Set<Role> roles) {
        this(person, name, body, post, roles.stream().collect(Collectors.toMap(role -> role, _ -> ItemScope.ALL)));
    }

    public Set<Role> roles() {
        return duties.keySet();
    }

    /** For one item at least. */
    public boolean has(Role role) {
        return duties.containsKey(role);
    }

    /** @param item implementation code */
    public boolean has(Role role, String item) {
        return scope(role).filter(scope -> scope.covers(item)).isPresent();
    }

    /** For all items: who oversees the body itself. */
    public boolean hasWholly(Role role) {
        return scope(role).filter(ItemScope::isAll).isPresent();
    }

    /** Nothing when the role is not held. */
    public Optional<ItemScope> scope(Role role) {
        return Optional.ofNullable(duties.get(role));
    }

    /** The items of all roles that handle cases; all when none of them is held. */
    public ItemScope items() {
        return duties.entrySet().stream()
                .filter(duty -> duty.getKey().isByItem())
                .map(Map.Entry::getValue)
                .reduce(ItemScope::with)
                .orElse(ItemScope.ALL);
    }

    /** As the audit log names this member of staff. */
    public String actor() {
        return "staff:" + person.value();
    }
}

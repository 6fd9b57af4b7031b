package org.zhengtong.people.organisation.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.ground.audit.BrokenLeaf;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.PersonId;

/**
 * The audit administrator's page.
 *
 * @param names who the actors among the staff are
 * @param checked whether the chains were just checked
 * @param broken what was found then
 * @param bent whose permissions were found changed outside the program
 */
public record AuditView(
        AuditSearch search,
        FormState form,
        List<Leaf> leaves,
        Map<String, String> names,
        boolean checked,
        Optional<BrokenLeaf> broken,
        List<PersonId> bent) {

    /** The sequence the next page begins before; empty on the last page. */
    public Optional<Long> more() {
        return leaves.size() < AuditSearch.MOST
                ? Optional.empty()
                : Optional.of(leaves.getLast().sequence());
    }
}

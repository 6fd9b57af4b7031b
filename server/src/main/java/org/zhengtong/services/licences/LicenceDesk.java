package org.zhengtong.services.licences;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;

/**
 * What a body does with the licences it has issued, or whose issuer it succeeds. Who decides for the body acts; its steward
 * looks. Everybody else is refused with a {@link org.zhengtong.ground.web.Problem} 403, and other bodies' licences are not
 * found.
 */
public interface LicenceDesk {
    int PAGE = 30;

    /**
     * @param type the title of a type, or empty for all
     * @param before the last licence of the page before
     */
    record Question(String type, Optional<LicenceState> state, Optional<UUID> before) {}

    /** A line of the list: no more of a person than anyone may see. */
    record Line(
            UUID id,
            String identifier,
            String type,
            String holderName,
            LocalDate issuedOn,
            Optional<LocalDate> validUntil,
            LicenceState state) {}

    /** How a decision went. */
    sealed interface Answer {
        record Done(Licence licence) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}

        /** Somebody has made a new version meanwhile. */
        record Overtaken() implements Answer {}
    }

    /** Newest first; one more than a page when there is a next one. */
    List<Line> list(StaffMember by, Question question);

    /** The body's licence behind an identifier, a scanned code or an address. */
    Optional<UUID> find(StaffMember by, String typed);

    /**
     * Opens a licence of the body; its holder sees that it was opened.
     *
     * @throws org.zhengtong.ground.web.Problem 404 for licences of other bodies
     */
    Licence open(StaffMember by, UUID id);

    boolean mayDecide(StaffMember by);

    /**
     * @param seen the version the decision was made about
     * @throws org.zhengtong.ground.web.Problem 409 when the licence's state does not allow the act
     */
    Answer decide(StaffMember by, UUID id, int seen, LicenceDecision decision);
}

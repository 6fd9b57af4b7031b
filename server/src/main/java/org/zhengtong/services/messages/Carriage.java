package org.zhengtong.services.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.organisation.StaffMember;

/**
 * What the system administrator sees and does about carriers. Every method refuses everybody else with a
 * {@link org.zhengtong.ground.web.Problem} 403. Nobody's address and nothing of a letter is shown.
 */
public interface Carriage {

    /** How a carrier stands. */
    record Standing(
            MessageChannel channel,
            boolean connected,
            boolean demonstration,
            long subscribers,
            long waiting,
            long givenUp,
            Optional<Instant> lastCarried,
            Optional<Failure> lastFailure) {

        /** Whether what happened last was a failure of the carrier itself. */
        public boolean isFailing() {
            return waiting > 0 && lastFailure.isPresent() && lastFailure.get().fault() != NotCarried.Fault.REFUSED;
        }
    }

    record Failure(NotCarried.Fault fault, Instant at) {}

    List<Standing> standings(StaffMember by);

    /**
     * What was given up, and what waits for its next try, is due now.
     *
     * @return how many letters
     */
    int sendAgain(StaffMember by, MessageChannel channel);
}

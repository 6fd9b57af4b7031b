package org.zhengtong.people.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.SignedIn;

/** A person's rights over what is kept of them. */
public interface OwnData {

    /** What one room keeps. */
    record Section(String name, List<PersonalRecord> records) {}

    /** Everything, to take along, with the identity number in full. That it was taken stands in the audit log. */
    record Everything(Instant made, String name, IdentityNumber number, List<Section> sections) {
        @Override
        public String toString() {
            return "Everything";
        }
    }

    Everything export(SignedIn me);

    /** How many records each room keeps, by its name and in its order. */
    List<Counted> counts(SignedIn me);

    record Counted(String name, int records) {}

    /**
     * A look as the person reads it.
     *
     * @param workplace the body whose staff looked
     * @param agent who looked for the person or by their mandate, by a name as others see it
     */
    record Seen(Look look, boolean own, Optional<String> workplace, Optional<String> agent) {}

    /** Who looked, newest first, {@value #MOST_LOOKS} at most. */
    List<Seen> looks(SignedIn me);

    int MOST_LOOKS = 100;

    /** What has to be ended before the account can be closed: keys of messages {@code privacy.first.<key>}. */
    List<String> hindrances(SignedIn me);

    /** What comes of closing an account. */
    sealed interface Closing {
        /** @param stays keys of messages {@code privacy.stays.<key>}; when empty, nothing of the person is left */
        record Closed(List<String> stays) implements Closing {}

        record Hindered(List<String> first) implements Closing {}

        record WrongPassword() implements Closing {}
    }

    /** Deletes what no law tells to keep and ends the account with all its sessions. */
    Closing close(SignedIn me, String password);
}

package org.zhengtong.people.privacy;

import java.util.List;
import java.util.UUID;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;

/** What a person asks to have corrected or deleted; it is answered within {@value #DAYS} working days, this house's promise. */
public interface DataRequests {
    int DAYS = 15;
    int LONGEST = 500;
    int MOST_OPEN = 10;

    /** What somebody typed; unread names of kinds and rooms are wrong fields. */
    record Wish(String kind, String about, String text) {
        public static final Wish EMPTY = new Wish("", "", "");

        @Override
        public String toString() {
            return "Wish";
        }
    }

    /** How it went. */
    sealed interface Answer {
        record Made(UUID id) implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    /** The rooms something may be kept in. */
    List<String> rooms();

    Answer make(SignedIn me, Wish typed);

    /** Newest first. */
    List<DataRequest> of(SignedIn me);

    /** @throws org.zhengtong.ground.web.Problem 404 when it is not one of the person's that is still open */
    void withdraw(SignedIn me, UUID id);
}

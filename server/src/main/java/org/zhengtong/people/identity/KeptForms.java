package org.zhengtong.people.identity;

import java.util.Optional;

/**
 * Nothing typed is lost when a session ended in the middle of a form: the form waits, sealed and for an hour, until its
 * sender has signed in again. Only the browser that sent it gets it back, and only for the person whose session ended.
 */
public interface KeptForms {
    /**
     * @param owner whose session ended, when that is known
     * @return what the sender proves with that the form is theirs; empty when the form is too large to be kept
     */
    Optional<String> keep(KeptForm form, Optional<PersonId> owner);

    Optional<KeptForm> find(String ticket, PersonId me);

    void forget(String ticket);
}

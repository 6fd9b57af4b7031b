package org.zhengtong.people.identity;

/** Tells a person something about their own account outside the house. The room of messages does it. */
public interface PersonalPost {

    /** Whether telephones can be told anything at all. */
    boolean isConnected();

    /** Whether nothing is really sent. */
    boolean isDemonstration();

    /**
     * To the telephone kept for the person.
     *
     * @throws IllegalStateException when it was not carried and may be tried again
     */
    void toTelephone(PersonId person, String subject, String text);

    /** To a number that is no longer the person's. */
    void toNumber(String phone, String subject, String text);

    /** To every channel the person is told by, and the telephone kept for them. */
    void everywhere(PersonId person, String subject, String text);
}

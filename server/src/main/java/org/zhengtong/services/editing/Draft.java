package org.zhengtong.services.editing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.identity.PersonId;

/** A version on its way to publication. */
public sealed interface Draft<D extends Draft<D>> permits EntryDraft, BundleDraft {
    /** A step of a draft's life: who did what when, in the order in which it happened. */
    record Step(Instant at, String name, Act act, String note) {}

    /** What can be done with a draft. */
    enum Act {
        BEGIN,
        EDIT,
        SUBMIT,
        TAKE_BACK,
        APPROVE,
        SEND_BACK,
        PUBLISH,
        DISCARD
    }

    /** A draft with its history, the newest step first. */
    record History<D>(D draft, List<Step> steps) {}

    UUID id();

    /** The code of what is drafted. */
    String code();

    /** USCC of the body it belongs to, and so to the stewards of whose division. */
    String bodyUscc();

    /** The published version it started from, or 0 for something new. */
    int basedOn();

    Course course();

    Instant changedAt();

    D with(Course course, Instant changedAt);

    default Stage stage() {
        return course().stage();
    }

    default int revision() {
        return course().revision();
    }

    default Set<PersonId> editors() {
        return course().editors();
    }

    default Optional<PersonId> reviewer() {
        return course().reviewer();
    }

    default Optional<LocalDate> publishOn() {
        return course().publishOn();
    }

    default String reason() {
        return course().reason();
    }
}

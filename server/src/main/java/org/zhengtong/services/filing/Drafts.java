package org.zhengtong.services.filing;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.catalogue.ItemCode;

/**
 * Filings on their way. They survive sign-out and are there on every device; nobody but their owner sees them, and the clerk
 * who fills one in for its owner at a window; others are told there is none (404).
 */
public interface Drafts {
    /** The filings this person has begun and not submitted, the latest first. */
    List<Open> openOf(PersonId owner);

    /**
     * A filing begun.
     *
     * @param path where it goes on
     * @param firm whom it is for, when not for oneself
     */
    record Open(UUID id, String path, String item, Optional<String> firm, Instant updatedAt) {}

    /** Begins a filing, or goes on with the one that is open for the same item and applicant. */
    Start start(SignedIn me, ItemCode item, Optional<Party> applicant);

    /**
     * The same for one thing (一件事).
     *
     * @param guide answers to the bundle's guide: question id → answer id; those of a draft that goes on stay
     */
    Start startJointly(SignedIn me, String bundle, Optional<Party> applicant, Map<String, String> guide);

    /** What comes of a start. */
    sealed interface Start {
        /** The draft is there; {@code continued} when it was there before. */
        record Begun(UUID draft, boolean continued) implements Start {}

        /** The person may file for several and has to say for whom. */
        record ForWhom(List<Applicant> applicants) implements Start {}

        /** Under 18: a guardian has to file. */
        record GuardianNeeded() implements Start {}

        /** The item is for firms, and the person may file it for none. */
        record FirmNeeded() implements Start {}

        /** Nobody can file for it online now: suspended, cancelled, or at the window only. */
        record Closed(boolean suspended) implements Start {}
    }

    /** Somebody to file for. */
    record Applicant(Party party, String name) {}

    Draft draft(SignedIn me, UUID id);

    AtHand atHand(Draft draft);

    /** Whether its owner may still file for the applicant; mandates end. */
    boolean isMandated(Draft draft);

    Saved saveSituations(SignedIn me, UUID id, int seen, Map<String, String> situations);

    /**
     * Saves one page of the form, right or wrong, unless it was saved elsewhere since version {@code seen} with other
     * answers: then nothing is changed and the answer is {@link Saved.Elsewhere}.
     */
    Saved savePage(SignedIn me, UUID id, String section, int seen, Map<String, String> answers);

    /** Saves everything at once, for programs; nothing is changed when the draft was changed since version {@code seen}. */
    Saved replace(
            SignedIn me,
            UUID id,
            int seen,
            Map<String, String> situations,
            Map<String, String> answers,
            Map<String, List<UUID>> files,
            List<String> promised);

    /** What comes of saving a page. */
    sealed interface Saved {
        Draft draft();

        /** Saved. */
        record Here(Draft draft) implements Saved {}

        /** Not saved: {@code draft} shows what was saved elsewhere in between. */
        record Elsewhere(Draft draft) implements Saved {}
    }

    Draft handIn(SignedIn me, UUID id, String material, InputStream content, String name) throws FileRefused;

    /** Keeps a file that answers a question; whose draft it is, theirs is the file. */
    StoredFile keep(SignedIn me, UUID id, InputStream content, String name) throws FileRefused;

    Draft takeBack(SignedIn me, UUID id, String material, UUID file);

    /** Promises a material for later (容缺后补), or takes the promise back. */
    Draft promise(SignedIn me, UUID id, String material, boolean promised);

    List<StoredFile> files(Draft draft, String material);

    void delete(SignedIn me, UUID id);
}

package org.zhengtong.services.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.Tablets;

/**
 * Signatures of those who stand at a window. A signing is its clerk's; others get a 404. Whether the clerk may show the
 * person what they ask them to sign is the caller's to know.
 */
public interface Signings {
    /** Then it is gone from the tablet. */
    Duration LONGEST = Duration.ofMinutes(10);

    /**
     * Shows the paper on the tablet at the clerk's window; what was asked there before is taken back.
     *
     * @param back the page the clerk goes on with
     * @throws org.zhengtong.ground.web.Problem 409 when no tablet lies at a window of the clerk's
     */
    UUID ask(StaffMember clerk, Paper paper, String back);

    Signing open(StaffMember clerk, UUID id);

    void takeBack(StaffMember clerk, UUID id);

    /**
     * How it stands with a paper.
     *
     * @param there whether a tablet lies at the clerk's window
     * @param signed of exactly this paper, today
     */
    record OnTablet(boolean there, Optional<Signing> signed) {
        public static final OnTablet NO = new OnTablet(false, Optional.empty());
    }

    OnTablet onTablet(StaffMember clerk, Paper paper);

    /**
     * Keeps the paper with the signature on it; once more, it is the same file.
     *
     * @param page in whose language it is printed
     * @return the file
     * @throws org.zhengtong.ground.web.Problem 422 when it is not this paper that was signed
     */
    UUID keep(StaffMember clerk, UUID id, Paper paper, Page page);

    /** What a tablet shows. */
    record Asked(UUID id, Paper paper, Instant until) {}

    Optional<Asked> askedAt(Tablets.Place place);

    enum Answer {
        SIGNED,
        /** What was written is no signature; it may be written again. */
        NO_NAME,
        /** It is not asked here any more. */
        GONE
    }

    /** @param strokes as {@link Strokes#read} reads them */
    Answer sign(Tablets.Place place, UUID id, String strokes);

    void decline(Tablets.Place place, UUID id);
}

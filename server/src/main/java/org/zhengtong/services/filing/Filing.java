package org.zhengtong.services.filing;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.JointReceipt;
import org.zhengtong.services.cases.Receipt;
import org.zhengtong.services.catalogue.ItemCode;

/** Hands filings over to the cases, checked once. */
public interface Filing {

    /** Submits a draft; the same draft again answers the first receipt. */
    Outcome submit(SignedIn me, UUID draft, Channel channel);

    /** Files without a draft. */
    Outcome file(SignedIn me, Request request, UUID key, Channel channel);

    /** Keeps a file of this person, to be named in a filing. */
    StoredFile keep(SignedIn me, InputStream content, String name) throws FileRefused;

    /**
     * A whole filing in one piece.
     *
     * @param files material → ids of files kept before
     * @param byLicence materials the system is to obtain; those not named at all are obtained when a licence serves
     */
    record Request(
            ItemCode item,
            Optional<FirmId> firm,
            Map<String, String> situations,
            Map<String, String> answers,
            Map<String, List<UUID>> files,
            List<String> byLicence,
            List<String> promised) {}

    /** What comes of a filing. */
    sealed interface Outcome {
        /** On disk. */
        record Filed(Receipt receipt) implements Outcome {}

        /** One thing is filed as a whole. */
        record FiledJointly(JointReceipt receipt) implements Outcome {}

        /** This draft was submitted before; a second click leads to the same receipt. */
        record FiledBefore(CaseId id) implements Outcome {}

        /** Not complete or not right; nothing was filed. */
        record NotReady(List<Finding> findings) implements Outcome {}
    }
}

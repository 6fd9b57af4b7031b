package org.zhengtong.services.queue;

import java.util.Optional;
import org.zhengtong.people.organisation.StaffMember;

/**
 * The machines of a hall. Numbers without a name are given at machines the staff connected, and not to whoever knows the
 * address of the page.
 */
public interface Kiosks {
    /**
     * A key for one more machine of the hall.
     *
     * @throws org.zhengtong.ground.web.Problem 403 for who does not accept, 404 for a hall that is not theirs
     */
    String connect(StaffMember clerk, String hall);

    /** Where the machine with this key stands; empty for a key nobody gave. */
    Optional<String> hall(String key);

    /**
     * The bridge of a machine says which key its readings are signed with. The first one is believed while the staff who
     * connected the machine may still stand before it, and no other after it: a machine that is given another bridge is
     * connected anew.
     *
     * @param shown the public key, X.509 in Base64
     * @return whether the readings of this bridge count
     */
    boolean learnBridge(String key, String shown);

    /** The key of the bridge of the machine with this key. */
    Optional<String> bridge(String key);
}

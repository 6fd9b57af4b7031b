package org.zhengtong.people.organisation;

import java.util.List;
import org.zhengtong.ground.crypto.KeyRenewal.FieldKey;

/**
 * What the security administrator does with the keys of sealed fields. Every method refuses everybody else with a
 * {@link org.zhengtong.ground.web.Problem} 403.
 */
public interface KeyKeeping {
    /** Newest first. */
    List<FieldKey> keys(StaffMember by);

    /**
     * Makes a new key; everything sealed is sealed anew under it while the program runs.
     *
     * @throws org.zhengtong.ground.web.Problem 409 while the renewal before still goes on
     */
    FieldKey renew(StaffMember by);
}

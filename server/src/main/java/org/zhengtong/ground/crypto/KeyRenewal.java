package org.zhengtong.ground.crypto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A new key for sealed fields. Once there is one, all that is sealed from then on is under it, and everything sealed before
 * is sealed anew, little by little, while the program runs. The older keys stay: backups are still under them.
 */
public interface KeyRenewal {

    /**
     * @param renewed when nothing was left under an older key; empty as long as something may be
     * @param moved how many values were sealed anew for this key
     */
    record FieldKey(int number, Instant made, Optional<Instant> renewed, long moved) {}

    /** Newest first; never empty. */
    List<FieldKey> keys();

    /**
     * Makes a new key, in the running transaction.
     *
     * @return the key; empty while the one before it still goes on, or when there are as many keys as can be told apart
     */
    Optional<FieldKey> begin();
}

package org.zhengtong.ground.crypto.internal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.zhengtong.ground.crypto.SealCertificates;
import org.zhengtong.ground.crypto.Seals;

/** Real seals, without the program. */
public record SealsForTest(Seals seals, SealCertificates certificates) {

    /** @param folder of the keys */
    public static SealsForTest in(Path folder, Clock clock) {
        SecureRandom random = new SecureRandom();
        KeyFolder keys = new KeyFolder(folder);
        RootKey root = RootKey.open(keys, Password.of(keys, "for tests", random), random);
        Sm2Seals seals = new Sm2Seals(new SealKeys(keys, root, clock, random), random);
        return new SealsForTest(seals, seals);
    }
}

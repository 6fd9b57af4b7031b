package org.zhengtong.services.cases.internal;

import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.zhengtong.services.cases.CasesSettings;

/** Receipt numbers people can say on the telephone: no I, L, O, 0 or 1, which sound or look like another. */
@Component
class CaseNumbers {
    private static final String SPEAKABLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final String DIGITS = "23456789";

    private final RandomGenerator random;
    private final String prefix;

    CaseNumbers(RandomGenerator random, CasesSettings settings) {
        this.random = random;
        this.prefix = settings.receiptPrefix();
    }

    /** Some 3 800 million numbers; the store tries another when one is taken. */
    String receipt() {
        return prefix + "-" + draw(SPEAKABLE, 4) + "-" + draw(DIGITS, 4);
    }

    private String draw(String alphabet, int length) {
        StringBuilder drawn = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return drawn.toString();
    }
}

package org.zhengtong.services.queue.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.services.queue.Entrance;

@Service
class ChangingEntrance implements Entrance {
    /** A code is shown so long, and good for as long again. */
    static final Duration SHOWN = Duration.ofMinutes(5);

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;

    private final HallRows halls;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ChangingEntrance(HallRows halls, TransactionTemplate transaction, Clock clock) {
        this.halls = halls;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String code(String hall) {
        HallRows.Entrance known = halls.entrance(hall);
        if (isYoung(known, SHOWN)) {
            return known.code();
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            halls.lock(hall);
            HallRows.Entrance meanwhile = halls.entrance(hall);
            if (isYoung(meanwhile, SHOWN)) {
                return meanwhile.code();
            }
            String code = made();
            halls.renewEntrance(hall, code, clock.instant());
            return code;
        }));
    }

    @Override
    public boolean isThere(String hall, String code) {
        HallRows.Entrance known = halls.entrance(hall);
        if (code.length() != LENGTH) {
            return false;
        }
        return (known.code().equals(code) && isYoung(known, SHOWN.multipliedBy(2)))
                || (known.before().equals(code) && isYoung(known, SHOWN));
    }

    private boolean isYoung(HallRows.Entrance entrance, Duration most) {
        Optional<Duration> age = entrance.at().map(at -> Duration.between(at, clock.instant()));
        return age.filter(one -> !one.isNegative() && one.compareTo(most) < 0).isPresent();
    }

    private String made() {
        return random.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }
}

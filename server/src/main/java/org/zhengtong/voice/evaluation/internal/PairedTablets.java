package org.zhengtong.voice.evaluation.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.Windows;
import org.zhengtong.voice.evaluation.Tablets;

/** Keys are kept as digests: who reads the database cannot lay a tablet at a window. */
@Service
class PairedTablets implements Tablets {
    private static final int BYTES = 24;

    private final EvaluationStore store;
    private final Windows windows;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    PairedTablets(EvaluationStore store, Windows windows, TransactionTemplate transaction) {
        this.store = store;
        this.windows = windows;
        this.transaction = transaction;
    }

    @Override
    public String pair(StaffMember clerk) {
        Windows.Place place = windows.placeOf(clerk).orElseThrow(() -> new Problem(409, "queue.no-window"));
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        transaction.executeWithoutResult(_ -> store.putTablet(place.hall(), place.number(), digest(text)));
        return text;
    }

    @Override
    public Optional<Place> place(String key) {
        return store.tablet(digest(key)).map(found -> new Place(found.hall(), found.window()));
    }

    private static String digest(String key) {
        return HexFormat.of().formatHex(Sm3.digest(key.getBytes(StandardCharsets.UTF_8)));
    }
}

package org.zhengtong.voice.evaluation.internal;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.Windows;
import org.zhengtong.voice.evaluation.Tablets;

/** Keys are kept as digests: who reads the database cannot lay a tablet at a window. */
@Service
class PairedTablets implements Tablets {
    private final EvaluationStore store;
    private final Windows windows;
    private final TransactionTemplate transaction;

    PairedTablets(EvaluationStore store, Windows windows, TransactionTemplate transaction) {
        this.store = store;
        this.windows = windows;
        this.transaction = transaction;
    }

    @Override
    public String pair(StaffMember clerk) {
        Windows.Place place = windows.placeOf(clerk).orElseThrow(() -> new Problem(409, "queue.no-window"));
        SharedSecret key = SharedSecret.drawn();
        transaction.executeWithoutResult(_ -> store.putTablet(place.hall(), place.number(), key.digest()));
        return key.value();
    }

    @Override
    public Optional<Place> place(String key) {
        return store.tablet(new SharedSecret(key).digest()).map(found -> new Place(found.hall(), found.window()));
    }
}

package org.zhengtong.services.transfer.internal;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.services.transfer.Fault;

/** Collects what is found, and hands it on in lots. So many that nobody would read them end the search. */
final class Findings {
    static final int MOST = 10_000;
    private static final int LOT = 500;
    private final Keeper keeper;
    private final List<Fault> lot = new ArrayList<>();
    private int noted;
    private int blocking;

    /** Keeps a lot; {@code first} is the number of its first. */
    interface Keeper {
        void keep(int first, List<Fault> faults);
    }

    Findings(Keeper keeper) {
        this.keeper = keeper;
    }

    void add(String sheet, String cell, String element, Reading.Wrong wrong) {
        note(new Fault(sheet, cell, element, true, wrong.code(), wrong.words()));
    }

    /** What is passed over knowingly. */
    void passedOver(String sheet, String cell, String code, String... words) {
        note(new Fault(sheet, cell, "", false, code, List.of(words)));
    }

    void add(BadFile file) {
        note(new Fault("", "", "", true, file.code(), file.words()));
    }

    private void note(Fault fault) {
        if (isFull()) {
            return;
        }
        lot.add(fault);
        noted++;
        blocking += fault.blocking() ? 1 : 0;
        if (isFull()) {
            lot.set(lot.size() - 1, new Fault("", "", "", true, "too-many-faults", List.of(String.valueOf(MOST))));
        }
        if (lot.size() >= LOT) {
            flush();
        }
    }

    boolean isFull() {
        return noted >= MOST;
    }

    int blocking() {
        return blocking;
    }

    void flush() {
        if (!lot.isEmpty()) {
            keeper.keep(noted - lot.size(), List.copyOf(lot));
            lot.clear();
        }
    }
}

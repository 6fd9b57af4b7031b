package org.zhengtong.services.licences.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All versions of a licence, newest first, each held by its successor: what the issuer sealed of a version contains the
 * digest of the version before. A version that was changed, taken out or put in between breaks the chain.
 */
record Chain(List<Sealing.Opened> versions) {
    Chain {
        versions = List.copyOf(versions);
    }

    /** @return empty when there is none, or when it is broken */
    static Optional<Chain> of(List<LicenceRow> newestFirst, Sealing sealing) {
        List<Sealing.Opened> opened = new ArrayList<>();
        for (LicenceRow row : newestFirst) {
            sealing.opened(row).ifPresent(opened::add);
        }
        boolean whole = !opened.isEmpty() && opened.size() == newestFirst.size() && isWhole(opened);
        return whole ? Optional.of(new Chain(opened)) : Optional.empty();
    }

    private static boolean isWhole(List<Sealing.Opened> opened) {
        for (int i = 0; i < opened.size() - 1; i++) {
            if (!follows(opened.get(i).record(), opened.get(i + 1))) {
                return false;
            }
        }
        SealedRecord first = opened.getLast().record();
        return first.version() == 1 && first.predecessor().isEmpty();
    }

    private static boolean follows(SealedRecord later, Sealing.Opened earlier) {
        return later.version() == earlier.record().version() + 1
                && later.licence().equals(earlier.record().licence())
                && later.predecessor().equals(Optional.of(earlier.record().identifier()))
                && later.change()
                        .map(change -> change.predecessor().equals(earlier.digest()))
                        .orElse(true);
    }

    SealedRecord newest() {
        return versions.getFirst().record();
    }

    Optional<SealedRecord> version(String identifier) {
        return versions.stream()
                .map(Sealing.Opened::record)
                .filter(record -> record.identifier().equals(identifier))
                .findFirst();
    }
}

package org.zhengtong.services.licences.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.zhengtong.services.licences.LicenceAct;
import org.zhengtong.services.licences.LicenceVersion;

/** Tells the chain of versions as a history. */
final class Histories {
    private Histories() {}

    static List<LicenceVersion> of(Chain chain) {
        List<LicenceVersion> told = new ArrayList<>();
        List<Sealing.Opened> versions = chain.versions();
        for (int i = 0; i < versions.size(); i++) {
            Optional<SealedRecord> before =
                    i + 1 < versions.size() ? Optional.of(versions.get(i + 1).record()) : Optional.empty();
            told.add(version(versions.get(i), before));
        }
        return told;
    }

    private static LicenceVersion version(Sealing.Opened opened, Optional<SealedRecord> before) {
        SealedRecord record = opened.record();
        Optional<SealedRecord.Change> change = record.change();
        Optional<LicenceAct> act = change.flatMap(how -> named(LicenceAct.values(), how.act()));
        return new LicenceVersion(
                record.version(),
                record.identifier(),
                record.state(),
                record.sealedAt(),
                act,
                change.flatMap(SealedRecord.Change::ground)
                        .flatMap(ground -> named(LicenceAct.Ground.values(), ground)),
                change.map(SealedRecord.Change::actor),
                record.reason(),
                change.flatMap(SealedRecord.Change::document),
                act.filter(LicenceAct.RENEW::equals).isPresent()
                        ? record.validUntil()
                        : change.flatMap(SealedRecord.Change::until),
                change.flatMap(SealedRecord.Change::receiver),
                before.map(earlier -> changed(earlier, record)).orElse(List.of()),
                opened.digest());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static List<LicenceVersion.Changed> changed(SealedRecord before, SealedRecord after) {
        TreeSet<String> names = new TreeSet<>(before.attributes().keySet());
        names.addAll(after.attributes().keySet());
        return names.stream()
                .map(name -> new LicenceVersion.Changed(
                        name,
                        before.attributes().getOrDefault(name, ""),
                        after.attributes().getOrDefault(name, "")))
                .filter(one -> !one.before().equals(one.after()))
                .toList();
    }
}

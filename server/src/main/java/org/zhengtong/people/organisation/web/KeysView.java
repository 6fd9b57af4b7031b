package org.zhengtong.people.organisation.web;

import java.util.List;
import org.zhengtong.ground.crypto.KeyRenewal.FieldKey;

/** @param begun whether a renewal has just been begun */
public record KeysView(List<FieldKey> keys, boolean begun) {
    public boolean goesOn() {
        FieldKey newest = keys.getFirst();
        return newest.number() > 1 && newest.renewed().isEmpty();
    }
}

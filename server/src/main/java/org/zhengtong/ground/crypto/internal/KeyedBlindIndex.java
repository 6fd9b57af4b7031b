package org.zhengtong.ground.crypto.internal;

import java.nio.charset.StandardCharsets;
import org.zhengtong.ground.crypto.BlindIndex;
import org.zhengtong.ground.crypto.Sm3;

/** SM3-HMAC of the kind of value, a zero byte and the value. The caller brings the value into its one spelling. */
final class KeyedBlindIndex implements BlindIndex {
    private final FieldKeys keys;

    KeyedBlindIndex(FieldKeys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] of(String value, String field) {
        if (field.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the name of a field has no zero byte");
        }
        return Sm3.hmac(keys.index(), (field + '\0' + value).getBytes(StandardCharsets.UTF_8));
    }
}

package org.zhengtong.testing;

import java.nio.charset.StandardCharsets;
import org.zhengtong.ground.crypto.FieldCipher;

/** Stands in until the room of crypto is there. */
final class PlainCipher implements FieldCipher {
    @Override
    public byte[] seal(byte[] plain, String context) {
        return plain;
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        return sealed;
    }

    @Override
    public byte[] seal(String plain, String context) {
        return plain.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String openText(byte[] sealed, String context) {
        return new String(sealed, StandardCharsets.UTF_8);
    }
}

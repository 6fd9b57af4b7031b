package org.zhengtong.services.machines.bridge;

import java.nio.charset.StandardCharsets;

/**
 * What was read from the chip of an identity card.
 *
 * @param number the identity number of 18 characters
 */
public record Card(String name, String number) {

    /** What the bridge signs: that this card was laid on it in answer to this challenge. */
    public byte[] signed(String challenge) {
        return ("zhengtong card\n" + challenge + "\n" + number + "\n" + name).getBytes(StandardCharsets.UTF_8);
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "Card";
    }
}

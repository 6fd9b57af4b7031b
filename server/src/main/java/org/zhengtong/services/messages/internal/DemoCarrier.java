package org.zhengtong.services.messages.internal;

import org.zhengtong.services.messages.Carrier;
import org.zhengtong.services.messages.Letter;
import org.zhengtong.services.messages.MessageChannel;

/** Carries nothing; the person's own page shows what would have been carried. */
record DemoCarrier(MessageChannel channel) implements Carrier {
    @Override
    public boolean isDemonstration() {
        return true;
    }

    @Override
    public void carry(Letter letter) {}
}

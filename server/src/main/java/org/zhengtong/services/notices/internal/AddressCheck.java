package org.zhengtong.services.notices.internal;

import java.util.Optional;
import org.zhengtong.ground.calls.Reach;
import org.zhengtong.ground.calls.ReceiverAddress;
import org.zhengtong.people.identity.WrongField;

/**
 * What can be said of an address before anything is sent. Where a name leads is looked at with every try, because it may
 * lead elsewhere tomorrow.
 */
record AddressCheck(Reach reach) {
    private static final String FIELD = "address";

    Optional<WrongField> wrong(String typed) {
        if (typed.isBlank()) {
            return Optional.of(new WrongField(FIELD, "notices.wrong.address-empty"));
        }
        Optional<ReceiverAddress> address = ReceiverAddress.parse(typed);
        if (address.isEmpty()) {
            return Optional.of(new WrongField(FIELD, "notices.wrong.address"));
        }
        return reach.mayCover(address.get().host())
                ? Optional.empty()
                : Optional.of(new WrongField(FIELD, "notices.wrong.inside"));
    }
}

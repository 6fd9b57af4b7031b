package org.zhengtong.services.notices.internal;

import java.net.InetAddress;
import java.util.Optional;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.notices.ReceiverAddress;

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
        boolean closed =
                literal(address.get().host()).filter(one -> !reach.covers(one)).isPresent();
        return closed ? Optional.of(new WrongField(FIELD, "notices.wrong.inside")) : Optional.empty();
    }

    private static Optional<InetAddress> literal(String host) {
        if (host.equals("localhost")) {
            return Optional.of(InetAddress.getLoopbackAddress());
        }
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}

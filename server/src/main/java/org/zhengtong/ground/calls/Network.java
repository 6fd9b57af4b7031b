package org.zhengtong.ground.calls;

import java.net.InetAddress;

/** A range of addresses, such as {@code 10.0.0.0/8}. */
record Network(InetAddress first, int bits) {
    Network {
        if (bits < 0 || bits > first.getAddress().length * 8) {
            throw new IllegalArgumentException(bits + " is no length of a network of " + first);
        }
    }

    /** @throws IllegalArgumentException when it is not written as {@code address/bits} */
    static Network of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(text + " is no network such as 10.0.0.0/8");
        }
        return new Network(
                InetAddress.ofLiteral(text.substring(0, slash).strip()),
                Integer.parseInt(text.substring(slash + 1).strip()));
    }

    boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> bit % 8;
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}

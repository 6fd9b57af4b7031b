package org.zhengtong.ground.calls;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses messages may be sent to. Whoever enters a receiver's name must not be able to make the program call
 * what only it can reach, so the networks inside are closed unless the settings open one.
 */
public record Reach(List<Network> allowed) {
    /** Loopback, link-local, private, shared and special ranges (RFC 6890), and what carries such an IPv4 address in IPv6. */
    private static final List<Network> INSIDE = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "2001::/32",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Network::of)
            .toList();

    public Reach {
        allowed = List.copyOf(allowed);
    }

    public static Reach of(List<String> networks) {
        return new Reach(networks.stream().map(Network::of).toList());
    }

    public boolean covers(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address))
                || INSIDE.stream().noneMatch(network -> network.contains(address));
    }

    /** What can be said of a host before anything is sent: a name may lead elsewhere tomorrow, an address may not. */
    public boolean mayCover(String host) {
        return literal(host).map(this::covers).orElse(true);
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

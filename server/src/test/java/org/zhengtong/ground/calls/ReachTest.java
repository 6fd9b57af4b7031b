package org.zhengtong.ground.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
    private static final Reach CLOSED = Reach.of(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.100.100.200",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "fd12:3456::1",
                "fe80::1",
                "ff02::1"
            })
    void what_is_inside_is_closed(String address) {
        assertThat(CLOSED.covers(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "11.0.0.1", "172.15.255.255", "172.32.0.1", "192.169.0.1", "2400:3200::1"})
    void the_world_outside_is_open(String address) {
        assertThat(CLOSED.covers(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void the_settings_open_one_network_and_no_other() {
        Reach reach = Reach.of(List.of("10.20.0.0/16", "::1/128"));

        assertThat(reach.covers(InetAddress.ofLiteral("10.20.255.1"))).isTrue();
        assertThat(reach.covers(InetAddress.ofLiteral("::1"))).isTrue();
        assertThat(reach.covers(InetAddress.ofLiteral("10.21.0.1"))).isFalse();
        assertThat(reach.covers(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    }

    @Test
    void a_network_that_is_none_is_said_at_the_start() {
        for (String wrong : new String[] {"10.0.0.0", "10.0.0.0/33", "10.0.0/8x", "yunxi/8", "::1/129"}) {
            assertThatThrownBy(() -> Network.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

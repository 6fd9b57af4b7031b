package org.zhengtong.ground.web.internal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are answered, so that nobody takes the program from everybody else. One kind of request may be at most
 * a third of them.
 *
 * @param ofAddress requests a minute from one address; a hall or an office mostly is one
 * @param ofPerson requests a minute of one signed-in person, from wherever
 * @param unlimitedNetworks networks that are not counted, such as those of departments' own systems
 */
@ConfigurationProperties("zhengtong.web.limits")
record LimitSettings(
        @DefaultValue("3000") long ofAddress,
        @DefaultValue("600") long ofPerson,
        @DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> unlimitedNetworks) {
    LimitSettings {
        unlimitedNetworks = List.copyOf(unlimitedNetworks);
    }
}

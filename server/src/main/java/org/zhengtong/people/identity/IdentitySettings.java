package org.zhengtong.people.identity;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people stay signed in, and in how many places.
 *
 * @param idle a session ends when nothing was seen of the person for so long
 * @param longest a session ends so long after signing in, whatever happened
 * @param kept how long a form that came without a session is kept
 * @param sessions in how many places a person is signed in at once; the one longest not used ends when another begins
 * @param recoveryWait how long a new password waits for its owner to say no, after the old one was forgotten
 * @param passwordWords words of the house: a password of hardly more than these is refused
 * @param longestProxy for how long a person may entrust another in one signature; then they look at it again
 */
@ConfigurationProperties("zhengtong.identity")
public record IdentitySettings(
        @DefaultValue("2h") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("1h") Duration kept,
        @DefaultValue("20") int sessions,
        @DefaultValue("24h") Duration recoveryWait,

        @DefaultValue({"zhengtong", "zhengwu", "zwfw", "政通", "政务", "yunxi", "云溪"})
        List<String> passwordWords,

        @DefaultValue("365d") Duration longestProxy) {}

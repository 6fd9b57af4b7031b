package org.zhengtong.services.machines.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.SharedMachine;
import org.zhengtong.services.machines.Readings;
import org.zhengtong.services.machines.bridge.BridgeKey;
import org.zhengtong.services.machines.bridge.Card;
import org.zhengtong.services.queue.KioskPlace;
import org.zhengtong.services.queue.Kiosks;

@Service
class SignedReadings implements Readings, SharedMachine.Traces {
    private static final Duration ASKED = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofMinutes(3);

    private final FieldCipher cipher;
    private final KioskPlace place;
    private final Kiosks kiosks;
    private final Clock clock;

    SignedReadings(FieldCipher cipher, KioskPlace place, Kiosks kiosks, Clock clock) {
        this.cipher = cipher;
        this.place = place;
        this.kiosks = kiosks;
        this.clock = clock;
    }

    /** What only the house can write and read, and for how long it is believed. */
    private enum Sealed {
        QUESTION("zt_card_question", ASKED),
        READING("zt_card", KEPT);

        private final String cookie;
        private final Duration held;

        Sealed(String cookie, Duration held) {
            this.cookie = cookie;
            this.held = held;
        }
    }

    @Override
    public String ask(HttpServletRequest request, HttpServletResponse response) {
        String question = SharedSecret.drawn().value();
        keep(Sealed.QUESTION, question, request, response);
        return question;
    }

    @Override
    public boolean take(
            String name, String number, String signature, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> question = read(Sealed.QUESTION, request);
        Optional<String> bridge = place.key(request).flatMap(kiosks::bridge);
        HouseCookie.forget(Sealed.QUESTION.cookie, request, response);
        Optional<IdentityNumber> read = IdentityNumber.parse(number);
        boolean counts = question.isPresent()
                && bridge.isPresent()
                && read.isPresent()
                && BridgeKey.verifies(bridge.get(), new Card(name, number).signed(question.get()), signature);
        if (counts) {
            keep(Sealed.READING, read.get().value() + "\n" + name, request, response);
        }
        return counts;
    }

    @Override
    public Optional<Reading> current(HttpServletRequest request) {
        return read(Sealed.READING, request)
                .map(text -> text.split("\n", 2))
                .map(parts -> new Reading(parts[1], new IdentityNumber(parts[0])));
    }

    @Override
    public void forget(HttpServletRequest request, HttpServletResponse response) {
        HouseCookie.forget(Sealed.READING.cookie, request, response);
        HouseCookie.forget(Sealed.QUESTION.cookie, request, response);
    }

    private void keep(Sealed what, String text, HttpServletRequest request, HttpServletResponse response) {
        String until = clock.instant().plus(what.held).toString();
        String cookie =
                Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.seal(until + "\n" + text, context(what)));
        HouseCookie.keep(what.cookie, cookie, what.held, request, response);
    }

    private Optional<String> read(Sealed what, HttpServletRequest request) {
        return HouseCookie.read(what.cookie, request).flatMap(cookie -> open(what, cookie));
    }

    private Optional<String> open(Sealed what, String cookie) {
        String[] parts;
        try {
            parts = cipher.openText(Base64.getUrlDecoder().decode(cookie), context(what))
                    .split("\n", 2);
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
        return clock.instant().isBefore(Instant.parse(parts[0])) ? Optional.of(parts[1]) : Optional.empty();
    }

    private static String context(Sealed what) {
        return "machines." + what.cookie;
    }
}

package org.zhengtong.people.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.Seals;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.MandateMatters;
import org.zhengtong.people.identity.MandateScope;
import org.zhengtong.people.identity.Proof;
import org.zhengtong.people.identity.SignedMandate;

/**
 * The wording of a mandate, always in Chinese: names, matters, powers and time, as 民法典 165 asks. The house signs it
 * together with how its principal proved who they are; the signature of the principal is that proof.
 */
@Component
class MandateWording {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final MessageSource words;
    private final MandateMatters matters;
    private final Seals seals;

    MandateWording(MessageSource words, MandateMatters matters, Seals seals) {
        this.words = words;
        this.matters = matters;
        this.seals = seals;
    }

    /** Somebody by name and number: a masked identity number, or the code of a firm. */
    record Named(String name, String number) {
        @Override
        public String toString() {
            return "Named";
        }
    }

    String of(Named principal, Optional<Named> by, Named agent, MandateRules.Checked.Right terms) {
        List<String> lines = new ArrayList<>();
        lines.add(say("title"));
        lines.add(say("principal", principal.name(), principal.number()));
        by.ifPresent(representative -> lines.add(say("by", representative.name(), representative.number())));
        lines.add(say("agent", agent.name(), agent.number()));
        lines.add(say("matters", matters(terms.scope())));
        lines.add(say(
                "powers",
                terms.scope().powers().stream()
                        .map(power -> say("power." + power.name()))
                        .collect(Collectors.joining("、"))));
        lines.add(terms.until()
                .map(until -> say("period", terms.from().toString(), until.toString()))
                .orElseGet(() -> say("period-open", terms.from().toString())));
        return String.join("\n", lines);
    }

    private String matters(MandateScope scope) {
        return scope.items().isEmpty()
                ? say("everything")
                : scope.items().stream()
                        .map(code -> say(
                                "item",
                                matters.matter(code)
                                        .map(MandateMatters.Matter::name)
                                        .orElse(code),
                                code))
                        .collect(Collectors.joining("、"));
    }

    MandateStore.Signed signed(String wording, UUID id, Proof proof, Instant now) {
        String whole = String.join(
                "\n",
                wording,
                say(
                        "signed",
                        MINUTE.format(now.atZone(Page.ZONE)),
                        say("way." + proof.way().name()),
                        MINUTE.format(proof.confirmed().atZone(Page.ZONE))),
                say("number", id.toString()));
        byte[] content = whole.getBytes(StandardCharsets.UTF_8);
        return new MandateStore.Signed(whole, Sm3.digest(content), seals.seal(Seals.MAKER, content));
    }

    SignedMandate checked(MandateStore.Signed signed) {
        byte[] content = signed.wording().getBytes(StandardCharsets.UTF_8);
        boolean genuine = MessageDigest.isEqual(Sm3.digest(content), signed.digest())
                && seals.verify(Seals.MAKER, content, signed.signature());
        return new SignedMandate(signed.wording(), HexFormat.of().formatHex(signed.digest()), genuine);
    }

    private String say(String key, Object... values) {
        return Objects.requireNonNull(
                words.getMessage("identity.mandate.wording." + key, values, Locale.SIMPLIFIED_CHINESE));
    }
}

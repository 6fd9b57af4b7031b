package org.zhengtong.services.messages.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.messages.Carrier;
import org.zhengtong.services.messages.MailAddress;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.NotCarried;
import org.zhengtong.services.messages.Subscriptions;
import org.zhengtong.services.messages.internal.SubscriptionStore.Subscription;

/** Choosing and stopping channels; every change stands in the audit log of the person. */
@Service
class ChosenSubscriptions implements Subscriptions {
    private static final Duration CODE_HOLDS = Duration.ofMinutes(30);
    private static final int MOST_TRIES = 5;
    private static final int TOKEN_BYTES = 18;

    private final SubscriptionStore store;
    private final Carriers carriers;
    private final LetterWriting writing;
    private final Identity identity;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Tries codes;

    /** From the system, never from the replaceable bean: whoever knew the seed could confirm other people's addresses. */
    private final SecureRandom random = new SecureRandom();

    ChosenSubscriptions(
            SubscriptionStore store,
            Carriers carriers,
            LetterWriting writing,
            Identity identity,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.carriers = carriers;
        this.writing = writing;
        this.identity = identity;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.codes = Tries.allTogether(clock, 5, Duration.ofHours(1));
    }

    @Override
    public List<Choice> of(PersonId person) {
        List<Subscription> chosen = store.of(person);
        return Arrays.stream(MessageChannel.values())
                .map(channel -> choice(
                        person,
                        channel,
                        chosen.stream().filter(one -> one.channel() == channel).findFirst()))
                .toList();
    }

    private Choice choice(PersonId person, MessageChannel channel, Optional<Subscription> chosen) {
        Optional<String> address = switch (channel) {
            case SMS -> Optional.of(MobileNumber.mask(identity.person(person).phone()));
            case MAIL -> chosen.flatMap(Subscription::address);
        };
        return new Choice(
                channel,
                carriers.of(channel).isPresent(),
                carriers.isDemonstration(channel),
                chosen.map(Subscription::state).orElse(Choice.State.OFF),
                address);
    }

    @Override
    public void turnOnSms(PersonId person, Locale language) {
        requireCarrier(MessageChannel.SMS);
        put(person, MessageChannel.SMS, Choice.State.ON, Optional.empty(), language, Optional.empty(), "turn-on");
    }

    @Override
    public Answer offerMail(PersonId person, String typed, Locale language) {
        Carrier carrier = requireCarrier(MessageChannel.MAIL);
        Optional<MailAddress> address = MailAddress.parse(typed);
        if (address.isEmpty()) {
            return wrong("address", typed.isBlank() ? "messages.wrong.address-empty" : "messages.wrong.address");
        }
        Optional<Instant> later = codes.take(person.value().toString());
        if (later.isPresent()) {
            return new Answer.TooMany(later.get());
        }
        String code = "%06d".formatted(random.nextInt(1_000_000));
        try {
            carrier.carry(writing.code(address.get().value(), code, language));
        } catch (NotCarried e) {
            return e.fault() == NotCarried.Fault.REFUSED
                    ? wrong("address", "messages.wrong.refused")
                    : new Answer.NotCarriedNow();
        }
        put(
                person,
                MessageChannel.MAIL,
                Choice.State.UNCONFIRMED,
                Optional.of(address.get().value()),
                language,
                Optional.of(code),
                "offer-address");
        return new Answer.Done();
    }

    @Override
    public Answer confirmMail(PersonId person, String typed) {
        store.payForTry(person, MessageChannel.MAIL);
        Optional<Subscription> chosen = store.find(person, MessageChannel.MAIL)
                .filter(one -> one.state() == Choice.State.UNCONFIRMED)
                .filter(one -> clock.instant().isBefore(one.codeUntil()))
                .filter(one -> one.codeTries() <= MOST_TRIES);
        if (chosen.isEmpty()) {
            return wrong("code", "messages.wrong.code-old");
        }
        if (!chosen.flatMap(Subscription::code).equals(Optional.of(typed.replaceAll("\\s", "")))) {
            return wrong("code", typed.isBlank() ? "messages.wrong.code-empty" : "messages.wrong.code");
        }
        transaction.executeWithoutResult(_ -> {
            store.confirmed(person, MessageChannel.MAIL, clock.instant());
            write(person, "turn-on", MessageChannel.MAIL, actor(person));
        });
        return new Answer.Done();
    }

    @Override
    public void stop(PersonId person, MessageChannel channel) {
        stop(person, channel, actor(person));
    }

    @Override
    public Optional<MessageChannel> ofLink(String token) {
        return store.withToken(token).map(Subscription::channel);
    }

    @Override
    public boolean stop(String token) {
        Optional<Subscription> known = store.withToken(token);
        known.ifPresent(one -> stop(one.person(), one.channel(), "link"));
        return known.isPresent();
    }

    @Override
    public Optional<String> demonstratedCode(PersonId person) {
        return carriers.isDemonstration(MessageChannel.MAIL)
                ? store.find(person, MessageChannel.MAIL).flatMap(Subscription::code)
                : Optional.empty();
    }

    private void stop(PersonId person, MessageChannel channel, String actor) {
        transaction.executeWithoutResult(_ -> {
            store.stop(person, channel, clock.instant());
            write(person, "stop", channel, actor);
        });
    }

    private void put(
            PersonId person,
            MessageChannel channel,
            Choice.State state,
            Optional<String> address,
            Locale language,
            Optional<String> code,
            String what) {
        Instant now = clock.instant();
        Subscription chosen =
                new Subscription(person, channel, state, address, language, token(), code, now.plus(CODE_HOLDS), 0);
        transaction.executeWithoutResult(_ -> {
            store.put(chosen, now);
            write(person, what, channel, actor(person));
        });
    }

    private void write(PersonId person, String what, MessageChannel channel, String actor) {
        audit.append(person.value(), "messages." + what, actor, Map.of("channel", channel.name()));
    }

    private Carrier requireCarrier(MessageChannel channel) {
        return carriers.of(channel).orElseThrow(() -> new Problem(409, "messages.not-connected"));
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String actor(PersonId person) {
        return "person:" + person.value();
    }

    private static Answer wrong(String field, String sentence) {
        return new Answer.Wrong(List.of(new WrongField(field, sentence)));
    }
}

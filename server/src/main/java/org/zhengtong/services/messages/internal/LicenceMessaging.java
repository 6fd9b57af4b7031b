package org.zhengtong.services.messages.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.EventHandler;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.licences.LicenceChanged;
import org.zhengtong.services.licences.LicenceEnding;
import org.zhengtong.services.licences.LicenceIdentifier;
import org.zhengtong.services.messages.CaseMessage;

/** Tells holders what a body has done with their licences, and which of them end soon. */
@Component
class LicenceMessaging {
    private final CaseMessageStore messages;
    private final UnreadCounts unread;
    private final Identity identity;
    private final Identifiers identifiers;

    LicenceMessaging(CaseMessageStore messages, UnreadCounts unread, Identity identity, Identifiers identifiers) {
        this.messages = messages;
        this.unread = unread;
        this.identity = identity;
        this.identifiers = identifiers;
    }

    void changed(OutboxEvent event, LicenceChanged told) {
        told.act()
                .ifPresent(act -> write(
                        event,
                        told.licence(),
                        told.holder(),
                        told.identifier(),
                        told.type(),
                        "LICENCE_" + act,
                        told.at()));
    }

    void ending(OutboxEvent event, LicenceEnding told) {
        write(
                event,
                told.licence(),
                told.holder(),
                told.identifier(),
                told.type(),
                CaseMessage.LICENCE_ENDING,
                told.at());
    }

    private void write(
            OutboxEvent event, UUID licence, UUID holder, String identifier, String type, String what, Instant at) {
        PersonId person = identity.toldFor(holder);
        String serial = LicenceIdentifier.parse(identifier).orElseThrow().serial();
        messages.write(
                identifiers.next(),
                event.sequence(),
                new CaseMessageStore.Told(
                        holder,
                        Optional.empty(),
                        Optional.of(licence),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        serial,
                        type,
                        what,
                        at),
                person);
        unread.forget(person);
    }

    @Configuration(proxyBeanMethods = false)
    static class Handlers {
        @Bean
        EventHandler<LicenceChanged> toldOfLicences(LicenceMessaging messaging) {
            return new EventHandler<>() {
                @Override
                public String name() {
                    return "messages.licences";
                }

                @Override
                public String topic() {
                    return LicenceChanged.TOPIC;
                }

                @Override
                public Class<LicenceChanged> payload() {
                    return LicenceChanged.class;
                }

                @Override
                public void handle(OutboxEvent event, LicenceChanged told) {
                    messaging.changed(event, told);
                }
            };
        }

        @Bean
        EventHandler<LicenceEnding> toldOfEnds(LicenceMessaging messaging) {
            return new EventHandler<>() {
                @Override
                public String name() {
                    return "messages.licences-ending";
                }

                @Override
                public String topic() {
                    return LicenceEnding.TOPIC;
                }

                @Override
                public Class<LicenceEnding> payload() {
                    return LicenceEnding.class;
                }

                @Override
                public void handle(OutboxEvent event, LicenceEnding told) {
                    messaging.ending(event, told);
                }
            };
        }
    }
}

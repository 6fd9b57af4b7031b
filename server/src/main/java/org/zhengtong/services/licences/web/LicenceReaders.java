package org.zhengtong.services.licences.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.licences.LicenceReading;
import org.zhengtong.services.licences.LicenceVersion;

/** Says who read a licence, in words its holder understands: staff by body and post, not by name. */
@Component
class LicenceReaders {
    private final Identity identity;
    private final Organisation organisation;
    private final MessageSource messages;

    LicenceReaders(Identity identity, Organisation organisation, MessageSource messages) {
        this.identity = identity;
        this.organisation = organisation;
        this.messages = messages;
    }

    List<LicenceView.Reader> named(List<LicenceReading> readings, SignedIn me, Locale locale) {
        return readings.stream()
                .map(reading -> new LicenceView.Reader(
                        reading.at(), name(reading.actor(), me.actor(), locale), reading.purpose()))
                .toList();
    }

    /** @param self who reads it, as the audit log names them */
    List<HistoryLine> history(List<LicenceVersion> versions, String self, Locale locale) {
        return versions.stream()
                .map(version -> new HistoryLine(
                        version,
                        version.actor().map(actor -> name(actor, self, locale)).orElse("")))
                .toList();
    }

    private String name(String actor, String self, Locale locale) {
        if (actor.equals(self)) {
            return word("licences.reader.self", locale);
        }
        if (actor.startsWith("staff:")) {
            return organisation
                    .staff(person(actor))
                    .map(staff -> staff.body().name() + " · " + staff.post())
                    .orElseGet(() -> word("licences.reader.staff", locale));
        }
        return actor.startsWith("person:")
                ? identity.nameOf(new Party.Person(person(actor)))
                : word("licences.reader.system", locale);
    }

    private static PersonId person(String actor) {
        return new PersonId(UUID.fromString(actor.substring(actor.indexOf(':') + 1)));
    }

    private String word(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}

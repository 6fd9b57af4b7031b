package org.zhengtong.services.filing.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.privacy.Choices;
import org.zhengtong.people.privacy.Purpose;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.ProfileField;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Drafts.Applicant;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;

/** For whom somebody may file, and what the house knows of them. */
@Component
class Applicants {
    private final Identity identity;
    private final Licences licences;
    private final Choices choices;
    private final AuditLog audit;
    private final Clock clock;

    Applicants(Identity identity, Licences licences, Choices choices, AuditLog audit, Clock clock) {
        this.identity = identity;
        this.licences = licences;
        this.choices = choices;
        this.audit = audit;
        this.clock = clock;
    }

    PersonProfile person(PersonId person) {
        return identity.person(person);
    }

    boolean isOfAge(PersonProfile person) {
        return person.isOfAge(LocalDate.now(clock));
    }

    /** Those this person may file for with this item: themselves and whom they act for, as far as the item is for such. */
    List<Applicant> of(SignedIn me, ServiceItem item) {
        Reach reach = identity.reachOf(me.person());
        return named(
                me,
                reach,
                party -> item.isFiledBy(party instanceof Party.Firm ? Audience.FIRM : Audience.PERSON)
                        && reach.mayFile(party, item.code().value()));
    }

    /** Those this person may file anything for: themselves and whom they act for in everything. */
    List<Applicant> of(SignedIn me) {
        Reach reach = identity.reachOf(me.person());
        return named(me, reach, reach::mayFileAnything);
    }

    private List<Applicant> named(SignedIn me, Reach reach, Predicate<Party> may) {
        return Stream.concat(Stream.of(new Party.Person(me.person())), reach.others().stream())
                .filter(may)
                .map(party -> new Applicant(party, nameOf(party)))
                .toList();
    }

    /** @param item code of an item; empty for one thing as a whole */
    boolean mayFile(PersonId person, Party party, Optional<String> item) {
        if (party.equals(new Party.Person(person))) {
            return true;
        }
        Reach reach = identity.reachOf(person);
        return item.map(code -> reach.mayFile(party, code)).orElseGet(() -> reach.mayFileAnything(party));
    }

    /** Somebody begins to file for another person: that their entry is looked at is for them to read. */
    void lookedAt(PersonId agent, Party party, String actor, String item) {
        if (party instanceof Party.Person(PersonId other) && !other.equals(agent)) {
            audit.append(other.value(), "identity.look-by-mandate", actor, Map.of("item", item));
        }
    }

    String nameOf(Party party) {
        return identity.nameOf(party);
    }

    AtHand atHand(PersonId agent, Party party, ServiceItem item) {
        return atHand(identity.person(agent), party, item);
    }

    AtHand atHand(PersonProfile agent, Party party, ServiceItem item) {
        boolean reuse =
                needsLicences(item) && choices.allows(person(agent, party).id(), Purpose.REUSE_OF_LICENCES);
        return new AtHand(profile(agent, party), reuse ? licences.heldBy(party) : List.of());
    }

    /** Obtains a licence for a filing; its holder sees that it was used. */
    Optional<Licence> obtain(Party party, String type, String actor, String purpose) {
        return licences.use(party, type, actor, purpose);
    }

    /** Whether this is the person's own number, given plain where the masked one stands. */
    boolean isNumberOf(PersonId person, String number) {
        return IdentityNumber.parse(number)
                .flatMap(identity::findPerson)
                .filter(person::equals)
                .isPresent();
    }

    /** Whose entry is used: the applicant's own, or of a firm that of who files. */
    private PersonProfile person(PersonProfile agent, Party party) {
        return party instanceof Party.Person(PersonId id) && !id.equals(agent.id()) ? identity.person(id) : agent;
    }

    private Map<ProfileField, String> profile(PersonProfile agent, Party party) {
        PersonProfile person = person(agent, party);
        Map<ProfileField, String> profile = new EnumMap<>(ProfileField.class);
        profile.put(ProfileField.APPLICANT_KIND, party instanceof Party.Firm ? "单位" : "个人");
        if (!choices.allows(person.id(), Purpose.PREFILL)) {
            return profile;
        }
        profile.put(ProfileField.PERSON_NAME, person.name());
        profile.put(ProfileField.PERSON_NUMBER, person.maskedNumber());
        profile.put(ProfileField.PERSON_PHONE, person.phone());
        person.address().ifPresent(address -> profile.put(ProfileField.PERSON_ADDRESS, address));
        if (party instanceof Party.Firm(FirmId id)) {
            FirmProfile firm = identity.firm(id);
            profile.put(ProfileField.FIRM_NAME, firm.name());
            profile.put(ProfileField.FIRM_USCC, firm.uscc().value());
            profile.put(ProfileField.FIRM_REPRESENTATIVE, firm.legalRepresentative());
            firm.address().ifPresent(address -> profile.put(ProfileField.FIRM_ADDRESS, address));
            firm.phone().ifPresent(phone -> profile.put(ProfileField.FIRM_PHONE, phone));
        }
        return profile;
    }

    private static boolean needsLicences(ServiceItem item) {
        return item.materials().stream()
                        .anyMatch(material -> material.licenceType().isPresent())
                || item.form().fields().stream()
                        .map(Form.Field::prefill)
                        .anyMatch(prefill -> prefill.filter(Prefill.FromLicence.class::isInstance)
                                .isPresent());
    }
}

package org.zhengtong.services.filing.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
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
    private final Clock clock;

    Applicants(Identity identity, Licences licences, Choices choices, Clock clock) {
        this.identity = identity;
        this.licences = licences;
        this.choices = choices;
        this.clock = clock;
    }

    PersonProfile person(PersonId person) {
        return identity.person(person);
    }

    boolean isOfAge(PersonProfile person) {
        return person.isOfAge(LocalDate.now(clock));
    }

    /** Those this person may file for with this item: themselves and their firms, as far as the item is for such. */
    List<Applicant> of(SignedIn me, ServiceItem item) {
        List<Applicant> applicants = new ArrayList<>();
        if (item.isFiledBy(Audience.PERSON)) {
            applicants.add(new Applicant(new Party.Person(me.person()), me.name()));
        }
        if (item.isFiledBy(Audience.FIRM)) {
            identity.firmsOf(me.person())
                    .forEach(firm -> applicants.add(new Applicant(new Party.Firm(firm.id()), firm.name())));
        }
        return applicants;
    }

    /** The person and all firms they are agent of. */
    List<Applicant> of(SignedIn me) {
        List<Applicant> applicants = new ArrayList<>(List.of(new Applicant(new Party.Person(me.person()), me.name())));
        identity.firmsOf(me.person())
                .forEach(firm -> applicants.add(new Applicant(new Party.Firm(firm.id()), firm.name())));
        return applicants;
    }

    boolean mayActFor(PersonId person, FirmId firm) {
        return identity.firmsOf(person).stream().anyMatch(own -> own.id().equals(firm));
    }

    String nameOf(Party party) {
        return identity.nameOf(party);
    }

    AtHand atHand(PersonId agent, Party party, ServiceItem item) {
        return atHand(identity.person(agent), party, item);
    }

    AtHand atHand(PersonProfile agent, Party party, ServiceItem item) {
        boolean reuse = needsLicences(item) && choices.allows(agent.id(), Purpose.REUSE_OF_LICENCES);
        return new AtHand(profile(agent, party), reuse ? licences.heldBy(party) : List.of());
    }

    /** Obtains a licence for a filing; its holder sees that it was used. */
    Optional<Licence> obtain(Party party, String type, String actor, String purpose) {
        return licences.use(party, type, actor, purpose);
    }

    /** Whether this is the agent's own number, given plain where the masked one stands. */
    boolean isNumberOf(PersonId person, String number) {
        return IdentityNumber.parse(number)
                .flatMap(identity::findPerson)
                .filter(person::equals)
                .isPresent();
    }

    private Map<ProfileField, String> profile(PersonProfile person, Party party) {
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

package org.zhengtong.services.transfer.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.services.cases.CaseFile;
import tools.jackson.databind.node.ObjectNode;

/** Applicants and who acts for them, masked, or plain with an entry its owner can read for every number opened. */
@Component
class ExchangedPeople {
    private final Identity identity;

    ExchangedPeople(Identity identity) {
        this.identity = identity;
    }

    /** A natural person, or a firm with its legal representative. */
    record Named(String kind, String name, String number, String phone, Optional<String> representative) {
        @Override
        public String toString() {
            return "Named[" + kind + "]";
        }
    }

    record People(Named applicant, Named contact) {
        String applicantName() {
            return applicant.name();
        }

        void write(ObjectNode source) {
            write(source.putObject("applicant"), applicant);
            write(source.putObject("contact"), contact);
        }

        private static void write(ObjectNode node, Named named) {
            node.put("kind", named.kind());
            node.put("name", named.name());
            node.put("number", named.number());
            node.put("phone", named.phone());
            named.representative().ifPresent(name -> node.put("representative", name));
        }
    }

    People masked(CaseFile file) {
        return people(file, true, "", "");
    }

    /**
     * @param actor who opens the numbers
     * @param purpose what for, in words its owner understands
     */
    People plain(CaseFile file, String actor, String purpose) {
        return people(file, false, actor, purpose);
    }

    private People people(CaseFile file, boolean masked, String actor, String purpose) {
        Named contact = person(file.agent(), masked, actor, purpose);
        return switch (file.applicant()) {
            case Party.Person(PersonId person) ->
                new People(person.equals(file.agent()) ? contact : person(person, masked, actor, purpose), contact);
            case Party.Firm(FirmId id) -> new People(firm(identity.firm(id), masked), contact);
        };
    }

    private Named person(PersonId id, boolean masked, String actor, String purpose) {
        PersonProfile person = identity.person(id);
        return new Named(
                "PERSON",
                name(person.name(), masked),
                masked
                        ? person.maskedNumber()
                        : identity.openNumber(id, actor, purpose).value(),
                masked ? MobileNumber.mask(person.phone()) : person.phone(),
                Optional.empty());
    }

    /** Name and code of a firm are public. */
    private static Named firm(FirmProfile firm, boolean masked) {
        return new Named(
                "FIRM", firm.name(), firm.uscc().value(), "", Optional.of(name(firm.legalRepresentative(), masked)));
    }

    private static String name(String name, boolean masked) {
        return masked ? MaskedName.of(name).value() : name;
    }
}

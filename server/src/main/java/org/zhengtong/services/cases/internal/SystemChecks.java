package org.zhengtong.services.cases.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.SystemCheck;
import org.zhengtong.services.cases.SystemCheck.Kind;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.ProfileField;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;

/** What the program sees by itself in a filing, as of today. */
@Component
class SystemChecks {
    private final JdbcClient sql;
    private final Licences licences;
    private final Identity identity;
    private final Organisation organisation;

    SystemChecks(JdbcClient sql, Licences licences, Identity identity, Organisation organisation) {
        this.sql = sql;
        this.licences = licences;
        this.identity = identity;
        this.organisation = organisation;
    }

    List<SystemCheck> of(CaseFile file, ServiceItem item) {
        List<Licence> used = file.materials().stream()
                .flatMap(material -> material instanceof HandedIn.ByLicence(String _, var licence)
                        ? licences.find(licence).stream()
                        : Stream.empty())
                .toList();
        List<SystemCheck> checks = new ArrayList<>();
        used.forEach(licence -> checks.add(
                new SystemCheck(Kind.LICENCE, licence.isValid(), List.of(licence.type(), licence.number()))));
        checks.addAll(answers(file, item, used));
        checks.add(duplicates(file));
        checks.add(conflict(file));
        return checks;
    }

    /** Every answer that is not what the house knows, and how many are. */
    private List<SystemCheck> answers(CaseFile file, ServiceItem item, List<Licence> used) {
        Map<ProfileField, String> register = register(file);
        List<SystemCheck> checks = new ArrayList<>();
        int same = 0;
        for (Field field : item.form().fields()) {
            Optional<String> known = field.prefill().flatMap(from -> known(from, register, used));
            Optional<String> answer = Optional.ofNullable(file.answers().get(field.id()));
            if (known.isPresent() && answer.isPresent()) {
                if (known.equals(answer)) {
                    same++;
                } else {
                    checks.add(new SystemCheck(Kind.ANSWER, false, List.of(field.label(), answer.get(), known.get())));
                }
            }
        }
        if (same > 0) {
            checks.add(new SystemCheck(Kind.ANSWER, true, List.of(same)));
        }
        return checks;
    }

    private static Optional<String> known(Prefill from, Map<ProfileField, String> register, List<Licence> used) {
        return switch (from) {
            case Prefill.FromProfile(ProfileField field) -> Optional.ofNullable(register.get(field));
            case Prefill.FromLicence(String type, String attribute) ->
                used.stream()
                        .filter(licence -> licence.type().equals(type))
                        .flatMap(licence ->
                                Stream.ofNullable(licence.attributes().get(attribute)))
                        .findFirst();
            case Prefill.FromRegister _ -> Optional.empty();
        };
    }

    private Map<ProfileField, String> register(CaseFile file) {
        Map<ProfileField, String> register = new EnumMap<>(ProfileField.class);
        PersonProfile person = identity.person(file.agent());
        register.put(ProfileField.PERSON_NAME, person.name());
        register.put(ProfileField.PERSON_NUMBER, person.maskedNumber());
        if (file.applicant() instanceof Party.Firm(var id)) {
            FirmProfile firm = identity.firm(id);
            register.put(ProfileField.FIRM_NAME, firm.name());
            register.put(ProfileField.FIRM_USCC, firm.uscc().value());
            register.put(ProfileField.FIRM_REPRESENTATIVE, firm.legalRepresentative());
        }
        return register;
    }

    private SystemCheck duplicates(CaseFile file) {
        List<String> others = sql.sql("""
                        select receipt_number from cases.case_file
                        where applicant = :applicant and item = :item and id <> :id
                            and %s
                        order by filed_at limit 5
                        """.formatted(CaseRows.OPEN))
                .param("applicant", file.applicant().id())
                .param("item", file.item().value())
                .param("id", file.id().value())
                .query(String.class)
                .list();
        return new SystemCheck(Kind.DUPLICATE, others.isEmpty(), List.of(String.join(" ", others)));
    }

    private SystemCheck conflict(CaseFile file) {
        Optional<StaffMember> colleague = organisation
                .staff(file.agent())
                .filter(member -> member.body().uscc().value().equals(file.bodyUscc()));
        return new SystemCheck(
                Kind.CONFLICT,
                colleague.isEmpty(),
                List.of(colleague.map(StaffMember::post).orElse("")));
    }
}

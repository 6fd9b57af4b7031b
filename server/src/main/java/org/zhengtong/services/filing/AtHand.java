package org.zhengtong.services.filing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.ProfileField;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceState;

/**
 * What the house knows of an applicant already and does not ask again.
 *
 * @param profile from the register of persons and firms; the identity number masked
 * @param licences the applicant's valid electronic licences
 * @param registers what other departments share
 */
public record AtHand(
        Map<ProfileField, String> profile, List<Licence> licences, Map<Prefill.FromRegister, Known> registers) {
    private static final String BUSINESS_LICENCE = "营业执照";

    /** What a business licence states stands in the register of firms as well, for firms whose licence is not electronic. */
    private static final Map<String, ProfileField> ON_BUSINESS_LICENCE = Map.of(
            "名称", ProfileField.FIRM_NAME,
            "统一社会信用代码", ProfileField.FIRM_USCC,
            "法定代表人", ProfileField.FIRM_REPRESENTATIVE,
            "住所", ProfileField.FIRM_ADDRESS);

    public static final AtHand NOTHING = new AtHand(Map.of(), List.of());

    public AtHand {
        profile = Map.copyOf(profile);
        licences = licences.stream()
                .filter(licence -> licence.state() == LicenceState.VALID)
                .toList();
        registers = Map.copyOf(registers);
    }

    public AtHand(Map<ProfileField, String> profile, List<Licence> licences) {
        this(profile, licences, Map.of());
    }

    public AtHand with(Map<Prefill.FromRegister, Known> shared) {
        return new AtHand(profile, licences, shared);
    }

    /** An answer with where it comes from. */
    public record Known(String answer, Source source) {}

    /** Where an answer comes from. */
    public sealed interface Source {
        /** The person's own entry. */
        record OfPerson() implements Source {}

        /** The firm's own entry. */
        record OfFirm() implements Source {}

        /** The choice for whom one files. */
        record OfChoice() implements Source {}

        /** An electronic licence. */
        record OfLicence(String type, String number) implements Source {}

        /** A register another department shares. */
        record OfRegister(String register, String department, boolean demonstration) implements Source {}
    }

    /** The newest valid licence of the type. */
    public Optional<Licence> licence(String type) {
        return licences.stream()
                .filter(licence -> licence.type().equals(type))
                .max(Comparator.comparing(Licence::issuedOn).thenComparingInt(Licence::version));
    }

    public Optional<Known> answer(Field field) {
        return field.prefill().flatMap(prefill -> switch (prefill) {
            case Prefill.FromProfile(ProfileField of) ->
                Optional.ofNullable(profile.get(of)).map(value -> new Known(value, sourceOf(of)));
            case Prefill.FromLicence(String type, String attribute) -> fromLicence(type, attribute);
            case Prefill.FromRegister shared -> Optional.ofNullable(registers.get(shared));
        });
    }

    private static Source sourceOf(ProfileField field) {
        return switch (field) {
            case APPLICANT_KIND -> new Source.OfChoice();
            case PERSON_NAME, PERSON_NUMBER, PERSON_PHONE, PERSON_ADDRESS -> new Source.OfPerson();
            case FIRM_NAME, FIRM_USCC, FIRM_REPRESENTATIVE, FIRM_ADDRESS, FIRM_PHONE -> new Source.OfFirm();
        };
    }

    private Optional<Known> fromLicence(String type, String attribute) {
        return licence(type)
                .flatMap(licence -> Optional.ofNullable(licence.attributes().get(attribute))
                        .map(value -> new Known(value, new Source.OfLicence(type, licence.number()))))
                .or(() -> Optional.of(type)
                        .filter(BUSINESS_LICENCE::equals)
                        .map(any -> ON_BUSINESS_LICENCE.get(attribute))
                        .map(profile::get)
                        .map(value -> new Known(value, new Source.OfFirm())));
    }

    /**
     * The answers nobody types: the registered identity number and code, and whether a person or a firm files. The number stays masked here and in the case;
     * who needs it plain opens it in the register, and the opening leaves a trace.
     */
    public Map<String, String> bound(Form form) {
        Map<String, String> bound = new HashMap<>();
        for (Field field : form.fields()) {
            if (isSettled(field)) {
                answer(field).ifPresent(known -> bound.put(field.id(), known.answer()));
            }
        }
        return bound;
    }

    private static boolean isSettled(Field field) {
        return field.kind() == Form.Kind.IDENTITY_NUMBER
                || field.kind() == Form.Kind.USCC
                || field.prefill()
                        .filter(new Prefill.FromProfile(ProfileField.APPLICANT_KIND)::equals)
                        .isPresent();
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "AtHand" + profile.keySet();
    }
}

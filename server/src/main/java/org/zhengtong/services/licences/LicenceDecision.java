package org.zhengtong.services.licences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.licences.LicenceAct.Ground;

/**
 * What a body decides about a licence, as typed.
 *
 * @param ground of a revocation or cancellation, by the law's list
 * @param document number (文号) of the written decision
 * @param until of a detention its last day, of a renewal the licence's
 * @param hearing number of the notice that told the holder of their right to a hearing
 * @param receiver the authority that keeps a transferred licence
 * @param attributes what a corrected licence states, by the printed name
 */
public record LicenceDecision(
        LicenceAct act,
        String ground,
        String reason,
        String document,
        String until,
        String hearing,
        String receiver,
        Map<String, String> attributes) {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ATTRIBUTE = 1000;
    private static final int SHORTEST_REASON = 5;

    /** A penalty with an end ends within three years. */
    private static final int MOST_YEARS_DETAINED = 3;

    public LicenceDecision {
        reason = reason.strip();
        document = document.strip();
        hearing = hearing.strip();
        receiver = receiver.strip();
        attributes = Map.copyOf(attributes);
    }

    public static LicenceDecision fresh(LicenceAct act) {
        return new LicenceDecision(act, "", "", "", "", "", "", Map.of());
    }

    public Optional<LocalDate> lastDay() {
        return TypedDay.parse(until);
    }

    /** What of it cannot stand; empty when it may be carried out. */
    public List<WrongField> check(Licence licence, LicenceType type, LocalDate today) {
        List<WrongField> wrong = new ArrayList<>();
        if (!Ground.of(act).isEmpty()) {
            checkGround(licence, wrong);
        }
        switch (act) {
            case DETAIN -> checkDetention(today, wrong);
            case WITHDRAW -> checkName("hearing", hearing, wrong);
            case TRANSFER -> checkName("receiver", receiver, wrong);
            case CORRECT -> checkAttributes(licence, type, wrong);
            case RENEW -> checkRenewal(licence, today, wrong);
            case GIVE_BACK, REVOKE, CANCEL -> {}
        }
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            wrong.add(new WrongField("reason", "licences.act.wrong.reason", SHORTEST_REASON, LONGEST_REASON));
        }
        checkName("document", document, wrong);
        return wrong;
    }

    private void checkGround(Licence licence, List<WrongField> wrong) {
        Optional<Ground> named = Ground.named(act, ground);
        if (named.isEmpty()) {
            wrong.add(new WrongField("ground", "licences.act.wrong.ground"));
            return;
        }
        boolean fits = switch (named.get()) {
            case NOT_RENEWED -> licence.state() == LicenceState.EXPIRED;
            case PERSON_ENDED -> licence.holder() instanceof Party.Person;
            case FIRM_ENDED -> licence.holder() instanceof Party.Firm;
            default -> true;
        };
        if (!fits) {
            wrong.add(new WrongField("ground", "licences.act.wrong.ground." + named.get()));
        }
    }

    private void checkDetention(LocalDate today, List<WrongField> wrong) {
        boolean fits = lastDay()
                .filter(last -> last.isAfter(today) && last.isBefore(today.plusYears(MOST_YEARS_DETAINED)))
                .isPresent();
        if (!fits) {
            wrong.add(new WrongField("until", "licences.act.wrong.detained-until", MOST_YEARS_DETAINED));
        }
    }

    private void checkRenewal(Licence licence, LocalDate today, List<WrongField> wrong) {
        if (licence.validUntil().isEmpty()) {
            wrong.add(new WrongField("until", "licences.act.wrong.no-term"));
            return;
        }
        boolean later = lastDay()
                .filter(last -> last.isAfter(licence.validUntil().get()) && last.isAfter(today))
                .filter(last -> last.isBefore(today.plusYears(100)))
                .isPresent();
        if (!later) {
            wrong.add(new WrongField("until", "licences.act.wrong.renewed-until"));
        }
    }

    private void checkAttributes(Licence licence, LicenceType type, List<WrongField> wrong) {
        List<String> names = correctable(licence, type);
        for (int i = 0; i < names.size(); i++) {
            String value = stated(names.get(i));
            if (value.isEmpty() || value.length() > LONGEST_ATTRIBUTE || hasHidden(value)) {
                wrong.add(new WrongField(
                        "attribute-" + i, "licences.act.wrong.attribute", names.get(i), LONGEST_ATTRIBUTE));
            }
        }
        if (wrong.isEmpty() && changes(licence, type).isEmpty()) {
            wrong.add(new WrongField("attribute-0", "licences.act.wrong.nothing-changed"));
        }
    }

    /** What may be corrected: everything stated but the number by which the licence is known. */
    public static List<String> correctable(Licence licence, LicenceType type) {
        return type.layout().stream()
                .map(LicenceType.PrintedAttribute::name)
                .filter(name -> licence.attributes().containsKey(name))
                .filter(name -> !licence.number().equals(licence.attributes().get(name)))
                .toList();
    }

    /** The attributes that are to say something else. */
    public Map<String, String> changes(Licence licence, LicenceType type) {
        return correctable(licence, type).stream()
                .filter(attributes::containsKey)
                .filter(name -> !stated(name).equals(licence.attributes().get(name)))
                .collect(Collectors.toMap(name -> name, this::stated));
    }

    private String stated(String name) {
        return attributes.getOrDefault(name, "").strip();
    }

    private static void checkName(String field, String value, List<WrongField> wrong) {
        if (value.length() < 2 || value.length() > LONGEST_NAME || hasHidden(value)) {
            wrong.add(new WrongField(field, "licences.act.wrong." + field, LONGEST_NAME));
        }
    }

    private static boolean hasHidden(String value) {
        return value.codePoints()
                .anyMatch(one -> Character.isISOControl(one) || Character.getType(one) == Character.FORMAT);
    }

    /** It holds what licences state. */
    @Override
    public String toString() {
        return "LicenceDecision[" + act + "]";
    }
}

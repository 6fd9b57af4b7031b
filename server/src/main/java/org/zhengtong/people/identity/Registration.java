package org.zhengtong.people.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhengtong.ground.regions.Regions;

/**
 * What somebody typed to register with their real name, and its rules.
 *
 * @param agreed whether the person agreed to how their data is used
 */
public record Registration(
        String name,
        String number,
        String phone,
        String address,
        String password,
        String passwordAgain,
        boolean agreed) {
    public static final Registration EMPTY = new Registration("", "", "", "", "", "", false);

    private static final int LONGEST_NAME = 40;
    static final int LONGEST_ADDRESS = 120;
    private static final Pattern NAME = Pattern.compile("\\p{IsHan}[\\p{IsHan}·]*\\p{IsHan}");

    /** A registration is right, or every wrong field says what is wrong with it. */
    public sealed interface Checked {
        record Right(NewPerson person) implements Checked {}

        record Wrong(List<WrongField> fields) implements Checked {}
    }

    /** @param synthetic whether the persons who register now are invented, as in the demo city */
    public Checked check(Regions regions, PasswordRules rules, LocalDate today, boolean synthetic) {
        List<WrongField> wrong = new ArrayList<>();
        String tidyName = tidyName(name);
        String tidyAddress = PlainText.tidy(address);
        Optional<IdentityNumber> parsedNumber = IdentityNumber.parse(number);
        Optional<MobileNumber> parsedPhone = MobileNumber.parse(phone);

        checkName(tidyName).ifPresent(wrong::add);
        checkNumber(number, regions, today).ifPresent(wrong::add);
        if (parsedPhone.isEmpty()) {
            wrong.add(new WrongField("phone", phone.isBlank() ? "identity.wrong.phone-empty" : "identity.wrong.phone"));
        }
        PlainText.check("address", tidyAddress, LONGEST_ADDRESS).ifPresent(wrong::add);
        List<String> personal = new ArrayList<>(List.of(tidyName));
        parsedPhone.ifPresent(value -> personal.add(value.value()));
        parsedNumber.ifPresent(value -> personal.add(value.value()));
        rules.check("password", password, personal).ifPresent(wrong::add);
        if (!password.equals(passwordAgain)) {
            wrong.add(new WrongField("passwordAgain", "identity.wrong.password-differs"));
        }
        if (!agreed) {
            wrong.add(new WrongField("agreed", "identity.wrong.not-agreed"));
        }
        if (!wrong.isEmpty()) {
            return new Checked.Wrong(wrong);
        }
        return new Checked.Right(new NewPerson(
                tidyName,
                parsedNumber.orElseThrow(),
                parsedPhone.orElseThrow().value(),
                Optional.of(tidyAddress).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.of(password),
                synthetic));
    }

    /** The middle dot of names is typed in many ways. */
    static String tidyName(String name) {
        return PlainText.tidy(name).replaceAll("[•‧∙⋅・・.]", "·");
    }

    static Optional<WrongField> checkName(String name) {
        if (name.isEmpty()) {
            return Optional.of(new WrongField("name", "identity.wrong.name-empty"));
        }
        Optional<WrongField> text = PlainText.check("name", name, LONGEST_NAME);
        if (text.isPresent()) {
            return text;
        }
        boolean right = NAME.matcher(name).matches() && !name.contains("··");
        return right ? Optional.empty() : Optional.of(new WrongField("name", "identity.wrong.name"));
    }

    static Optional<WrongField> checkNumber(String typed, Regions regions, LocalDate today) {
        if (typed.isBlank()) {
            return Optional.of(new WrongField("number", "identity.wrong.number-empty"));
        }
        return switch (IdentityNumber.read(typed)) {
            case IdentityNumber.Reading.Misshapen _ -> wrongNumber("number-form");
            case IdentityNumber.Reading.WrongCheck _ -> wrongNumber("number-check");
            case IdentityNumber.Reading.ImpossibleDate _ -> wrongNumber("number-date");
            case IdentityNumber.Reading.Good(IdentityNumber number) -> checkPerson(number, regions, today);
        };
    }

    /** A number keeps the division it was given in, so counties merged since are right; their province is still there. */
    private static Optional<WrongField> checkPerson(IdentityNumber number, Regions regions, LocalDate today) {
        if (number.birthDate().isAfter(today)) {
            return wrongNumber("number-future");
        }
        if (regions.find(number.division().substring(0, 2)).isEmpty()) {
            return Optional.of(new WrongField("number", "identity.wrong.number-division", number.division()));
        }
        return number.birthDate().plusYears(18).isAfter(today) ? wrongNumber("under-age") : Optional.empty();
    }

    private static Optional<WrongField> wrongNumber(String key) {
        return Optional.of(new WrongField("number", "identity.wrong." + key));
    }

    /** Nothing of it: numbers and a password stand in it. */
    @Override
    public String toString() {
        return "Registration";
    }
}

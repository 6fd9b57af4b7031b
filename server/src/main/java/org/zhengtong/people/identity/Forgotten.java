package org.zhengtong.people.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.regions.Regions;

/** What somebody types who forgot their password. */
public record Forgotten(String name, String number, String phone) {
    public static final Forgotten EMPTY = new Forgotten("", "", "");

    /** Right, or every wrong field says what is wrong with it. */
    public sealed interface Checked {
        record Right(String name, IdentityNumber number, MobileNumber phone) implements Checked {}

        record Wrong(List<WrongField> fields) implements Checked {}
    }

    public Checked check(Regions regions, LocalDate today) {
        List<WrongField> wrong = new ArrayList<>();
        String tidyName = Registration.tidyName(name);
        Optional<MobileNumber> parsedPhone = MobileNumber.parse(phone);
        Registration.checkName(tidyName).ifPresent(wrong::add);
        Registration.checkNumber(number, regions, today).ifPresent(wrong::add);
        if (parsedPhone.isEmpty()) {
            wrong.add(new WrongField("phone", phone.isBlank() ? "identity.wrong.phone-empty" : "identity.wrong.phone"));
        }
        return wrong.isEmpty()
                ? new Checked.Right(tidyName, IdentityNumber.parse(number).orElseThrow(), parsedPhone.orElseThrow())
                : new Checked.Wrong(wrong);
    }

    /** Nothing of it: numbers stand in it. */
    @Override
    public String toString() {
        return "Forgotten";
    }
}

package org.zhengtong.people.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhengtong.ground.regions.Regions;

/**
 * What a clerk typed to register somebody who stands at the window, and its rules.
 *
 * @param seen whether the clerk has seen the identity card and compared the face
 */
public record InPerson(String name, String number, String phone, String address, boolean seen) {
    public static final InPerson EMPTY = new InPerson("", "", "", "", false);

    /** Right, or every wrong field says what is wrong with it. */
    public sealed interface Checked {
        record Right(NewPerson person) implements Checked {}

        record Wrong(List<WrongField> fields) implements Checked {}
    }

    /** @param synthetic whether the persons who register now are invented, as in the demo city */
    public Checked check(Regions regions, LocalDate today, boolean synthetic) {
        List<WrongField> wrong = new ArrayList<>();
        String tidyName = Registration.tidyName(name);
        String tidyAddress = PlainText.tidy(address);
        Optional<MobileNumber> parsedPhone = MobileNumber.parse(phone);
        Registration.checkName(tidyName).ifPresent(wrong::add);
        Registration.checkNumber(number, regions, today).ifPresent(wrong::add);
        if (parsedPhone.isEmpty()) {
            wrong.add(new WrongField("phone", phone.isBlank() ? "identity.wrong.phone-empty" : "identity.wrong.phone"));
        }
        PlainText.check("address", tidyAddress, Registration.LONGEST_ADDRESS).ifPresent(wrong::add);
        if (!seen) {
            wrong.add(new WrongField("seen", "identity.wrong.not-seen"));
        }
        return wrong.isEmpty()
                ? new Checked.Right(new NewPerson(
                        tidyName,
                        IdentityNumber.parse(number).orElseThrow(),
                        parsedPhone.orElseThrow().value(),
                        Optional.of(tidyAddress).filter(text -> !text.isEmpty()),
                        Optional.empty(),
                        Optional.empty(),
                        synthetic))
                : new Checked.Wrong(wrong);
    }

    /** Nothing of it: numbers stand in it. */
    @Override
    public String toString() {
        return "InPerson";
    }
}

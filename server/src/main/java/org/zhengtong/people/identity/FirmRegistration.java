package org.zhengtong.people.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody typed to become the agent of a firm, and its rules. */
public record FirmRegistration(String uscc, String name, String legalRepresentative, String address, String phone) {
    public static final FirmRegistration EMPTY = new FirmRegistration("", "", "", "", "");

    /** A registration is right, or every wrong field says what is wrong with it. */
    public sealed interface Checked {
        record Right(NewFirm firm) implements Checked {}

        record Wrong(List<WrongField> fields) implements Checked {}
    }

    public Checked check(PersonId agent, boolean synthetic) {
        List<WrongField> wrong = new ArrayList<>();
        Optional<Uscc> code = Uscc.parse(uscc);
        String tidyName = PlainText.tidy(name);
        String tidyRepresentative = Registration.tidyName(legalRepresentative);
        String tidyAddress = PlainText.tidy(address);
        String tidyPhone = PlainText.tidy(phone);
        if (code.isEmpty()) {
            wrong.add(new WrongField("uscc", uscc.isBlank() ? "identity.wrong.uscc-empty" : "identity.wrong.uscc"));
        }
        if (tidyName.length() < 2) {
            wrong.add(new WrongField("name", "identity.wrong.firm-name-empty"));
        } else {
            PlainText.check("name", tidyName, 100).ifPresent(wrong::add);
        }
        PlainText.checkRequired("legalRepresentative", tidyRepresentative, 60, "identity.wrong.representative-empty")
                .ifPresent(wrong::add);
        PlainText.check("address", tidyAddress, 120).ifPresent(wrong::add);
        if (!tidyPhone.matches("(\\+?[0-9][0-9 -]{4,18}[0-9])?")) {
            wrong.add(new WrongField("phone", "identity.wrong.firm-phone"));
        }
        if (!wrong.isEmpty()) {
            return new Checked.Wrong(wrong);
        }
        return new Checked.Right(new NewFirm(
                code.orElseThrow(),
                tidyName,
                tidyRepresentative,
                Optional.of(tidyAddress).filter(text -> !text.isEmpty()),
                Optional.of(tidyPhone).filter(text -> !text.isEmpty()),
                agent,
                synthetic));
    }
}

package org.zhengtong.people.identity.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.MobileNumber;

/** What somebody typed to say who they are. */
sealed interface AccountName {
    /** The one spelling of it. */
    String text();

    record Phone(String number) implements AccountName {
        @Override
        public String text() {
            return number;
        }
    }

    record OfCitizen(IdentityNumber number) implements AccountName {
        @Override
        public String text() {
            return number.value();
        }
    }

    record Chosen(String name) implements AccountName {
        @Override
        public String text() {
            return name;
        }
    }

    /** Full-width digits and blanks between groups of digits are people's habit, not a mistake. */
    static AccountName of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Optional<AccountName> phone = MobileNumber.parse(text).map(number -> new Phone(number.value()));
        return phone.or(() -> IdentityNumber.parse(text).map(OfCitizen::new))
                .orElseGet(() -> new Chosen(text.toLowerCase(Locale.ROOT)));
    }
}

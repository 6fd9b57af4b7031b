package org.zhengtong.services.licences.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.licences.HybridCheck;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.LicenceType.NumberRule;

/** Makes the numbers printed on licences, by the rule of their type. */
@Component
class PrintedNumbers {
    static final String CREDIT_CODE = "统一社会信用代码";

    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private final Identity identity;
    private final LicenceSettings settings;

    PrintedNumbers(Identity identity, LicenceSettings settings) {
        this.identity = identity;
        this.settings = settings;
    }

    /** @param serial counts the licences of the type and year */
    String number(LicenceType type, LicenceOrder order, int serial) {
        return switch (type.numbering()) {
            case NumberRule.CreditCode _ -> creditCode(order, serial);
            case NumberRule.Registration rule -> rule.letters() + registration(order, serial);
            case NumberRule.Given rule ->
                stated(order, rule.attribute()).orElseGet(() -> document(rule.mark(), order, serial));
            case NumberRule.Document rule -> document(rule.mark(), order, serial);
        };
    }

    private String creditCode(LicenceOrder order, int serial) {
        return stated(order, CREDIT_CODE).orElseGet(() -> switch (order.holder()) {
            case Party.Firm firm -> identity.firm(firm.firm()).uscc().value();
            case Party.Person _ -> newCreditCode(order, serial);
        });
    }

    /** For a firm that comes into being with its licence (GB 32100: 9 market regulation, 1 enterprise, 2 individual). */
    private static String newCreditCode(LicenceOrder order, int serial) {
        boolean individual = order.attributes().getOrDefault("类型", "").contains("个体");
        String organisation = "MA%02d%04d".formatted(order.issuedOn().getYear() % 100, serial % 10_000);
        String body = (individual ? "92" : "91") + division(order) + organisation + organisationCheck(organisation);
        return body + Uscc.check(body);
    }

    /** GB 11714: the check of an organisation code. */
    private static char organisationCheck(String first8) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(first8.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11);
    }

    /** Kind of business, division, serial and check: 14 digits. */
    private static String registration(LicenceOrder order, int serial) {
        String digits = kindOfBusiness(order.attributes().getOrDefault("主体业态", ""))
                + division(order)
                + "%06d".formatted(serial % 1_000_000);
        return digits + HybridCheck.DIGITS.of(digits);
    }

    private static char kindOfBusiness(String words) {
        if (words.contains("食堂")) {
            return '3';
        }
        return words.contains("餐饮") ? '2' : '1';
    }

    private String document(String mark, LicenceOrder order, int serial) {
        return settings.numberPrefix() + mark + "字〔" + order.issuedOn().getYear() + "〕" + "%05d".formatted(serial);
    }

    private static Optional<String> stated(LicenceOrder order, String attribute) {
        return Optional.ofNullable(order.attributes().get(attribute)).filter(value -> !value.isBlank());
    }

    private static String division(LicenceOrder order) {
        return order.issuerUscc().substring(2, 8);
    }
}

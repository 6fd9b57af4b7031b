package org.zhengtong.services.catalogue;

import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;

/**
 * Whose entries a steward of the catalogue sees and edits. Who keeps the catalogue of a division edits the entries of
 * that division's bodies and no other; they also see those of the divisions below.
 */
public final class Stewardship {
    private static final int LONGEST = 12;

    private Stewardship() {}

    public static boolean edits(StaffMember by, Body body) {
        return by.has(Role.CATALOGUE) && full(by.body().division()).equals(full(body.division()));
    }

    public static boolean sees(StaffMember by, Body body) {
        return by.has(Role.CATALOGUE) && isWithin(body, by.body().division());
    }

    /** Whether a body is of this division or one below it. */
    public static boolean isWithin(Body body, String division) {
        return full(body.division()).startsWith(stem(division));
    }

    /** Base items are kept by the nation or a province; lower levels implement them. */
    public static boolean edits(StaffMember by, BaseItem base) {
        return by.has(Role.CATALOGUE) && full(by.body().division()).equals(full(base.division()));
    }

    /**
     * The level a body acts at, as in {@link ServiceItem#level()}: 1 nation, 2 province, 3 city, 4 county, 5 town, 6
     * village.
     */
    public static int level(String division) {
        return switch (stem(division).length()) {
            case 0 -> 1;
            case 2 -> 2;
            case 4 -> 3;
            case 6 -> 4;
            case 9 -> 5;
            default -> 6;
        };
    }

    /** The code without the zeros that fill it up: {@code 339900} is the city {@code 3399}, {@code 000000} the nation. */
    private static String stem(String division) {
        String code = full(division);
        for (int length : new int[] {0, 2, 4, 6, 9}) {
            if (code.substring(length).chars().allMatch(digit -> digit == '0')) {
                return code.substring(0, length);
            }
        }
        return code;
    }

    private static String full(String division) {
        return division + "0".repeat(Math.max(0, LONGEST - division.length()));
    }
}

package org.zhengtong.services.supervision;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.services.cases.DueDate;

/** What was issued for a case before, as far as it forbids issuing it again. */
public record IssuedCard(DueDate.Kind clock, CardColour colour, LocalDate due, boolean lifted) {

    /** A card that was lifted covers the very limit it was wrong about, and no other. */
    boolean covers(CardRule.Due next, List<CardRule> rules) {
        boolean sameStage = (clock == DueDate.Kind.ACCEPTANCE) == next.rule().isOfTheAnswer();
        boolean asGrave = gravity(rules) <= rules.indexOf(next.rule());
        boolean sameDay = next.clock().due().filter(due::equals).isPresent();
        return sameStage && asGrave && (!lifted || sameDay);
    }

    private int gravity(List<CardRule> rules) {
        for (int place = 0; place < rules.size(); place++) {
            if (rules.get(place).clock() == clock && rules.get(place).colour() == colour) {
                return place;
            }
        }
        return Integer.MAX_VALUE;
    }
}

package org.zhengtong.services.cases;

import java.util.Map;
import java.util.Optional;

/**
 * How the applicant wants the result, as they answered the page 怎么领取 of the form. Electronic when nothing else was
 * asked for.
 *
 * @param address where it is sent
 */
public record DeliveryWish(Way way, Optional<String> address) {
    private static final String QUESTION = "delivery";
    private static final String ADDRESS = "delivery_address";
    private static final Map<String, Way> ANSWERS = Map.of("邮寄", Way.POST, "到大厅领取", Way.WINDOW);

    /** Ways a result reaches its applicant. */
    public enum Way {
        ELECTRONIC,
        POST,
        WINDOW
    }

    public static DeliveryWish of(Map<String, String> answers) {
        Way way = ANSWERS.getOrDefault(answers.getOrDefault(QUESTION, ""), Way.ELECTRONIC);
        return new DeliveryWish(way, way == Way.POST ? Optional.ofNullable(answers.get(ADDRESS)) : Optional.empty());
    }

    /** Whether somebody has to hand it over. */
    public boolean isOnPaper() {
        return way != Way.ELECTRONIC;
    }

    /** Never where somebody lives. */
    @Override
    public String toString() {
        return "DeliveryWish[" + way + "]";
    }
}

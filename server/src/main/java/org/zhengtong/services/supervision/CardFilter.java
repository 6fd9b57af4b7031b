package org.zhengtong.services.supervision;

import java.util.Optional;

/**
 * Which cards.
 *
 * @param body USCC; only within what the reader may see
 * @param page counts from 1
 */
public record CardFilter(
        Optional<CardState> state, Optional<CardColour> colour, Optional<String> body, boolean toLift, int page) {
    public static final int PAGE_SIZE = 20;

    public CardFilter {
        page = Math.clamp(page, 1, 10_000);
    }

    public static CardFilter all() {
        return new CardFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, 1);
    }

    public static CardFilter in(CardState state) {
        return new CardFilter(Optional.of(state), Optional.empty(), Optional.empty(), false, 1);
    }
}

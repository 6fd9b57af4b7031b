package org.zhengtong.services.supervision.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.supervision.CardFilter;
import org.zhengtong.services.supervision.CardState;
import org.zhengtong.services.supervision.Cards;

/** @param heads whether the reader sees those of whole bodies */
public record CardsView(Cards.Found found, CardFilter filter, boolean heads) {
    public int pages() {
        return Math.max(1, Math.ceilDiv(found.total(), CardFilter.PAGE_SIZE));
    }

    public String address(Optional<CardState> state, boolean toLift, int page) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("state", toLift ? "to-lift" : state.map(Enum::name).orElse(""));
        parts.put("page", page == 1 ? "" : Integer.toString(page));
        return Choices.address("/desk/cards", parts);
    }
}

package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.LifeEvent;

/** What was found for a question. */
public record SearchView(String question, List<Result> results, List<LifeEvent> events) {

    /** Something found, with the everyday word that brought it. */
    public sealed interface Result {
        Optional<String> why();
    }

    /** An item. */
    public record OfItem(ItemCard card, Optional<String> why) implements Result {}

    /** A bundle. */
    public record OfBundle(Bundle bundle, Optional<String> why) implements Result {}
}

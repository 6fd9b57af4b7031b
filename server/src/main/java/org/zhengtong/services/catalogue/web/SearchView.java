package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.LifeEvent;

/**
 * What was found for a question.
 *
 * @param all the address without any choice, when there is one
 */
public record SearchView(
        String question,
        Optional<AnswerCard> answer,
        List<Result> results,
        List<FacetChoices> facets,
        Optional<String> all,
        List<LifeEvent> events) {

    /** Something found, with the everyday word that brought it. */
    public sealed interface Result {
        Optional<String> why();
    }

    /**
     * An item.
     *
     * @param others at how many further places one can have it done
     */
    public record OfItem(ItemCard card, int others, Optional<String> why) implements Result {}

    /** A bundle. */
    public record OfBundle(Bundle bundle, Optional<String> why) implements Result {}

    /**
     * The choices of one facet.
     *
     * @param key of its name in the messages
     * @param any the address without this choice, when one is made
     */
    public record FacetChoices(String key, Optional<String> any, List<Choice> choices) {
        /** What is chosen now. */
        public Optional<Choice> chosen() {
            return choices.stream().filter(Choice::chosen).findFirst();
        }
    }

    /**
     * A choice.
     *
     * @param key of its name in the messages, when it has one there
     * @param count how many results it leads to
     */
    public record Choice(Optional<String> key, String name, String address, int count, boolean chosen) {}
}

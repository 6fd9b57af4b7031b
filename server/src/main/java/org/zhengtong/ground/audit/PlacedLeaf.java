package org.zhengtong.ground.audit;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.zhengtong.ground.web.Page;

/**
 * A leaf and its number in the published log.
 *
 * @param place from 0; empty until the next checkpoint
 */
public record PlacedLeaf(Leaf leaf, Optional<Long> place) {

    /**
     * What happened, in words.
     *
     * @param key of the message for an action; one that is not there is called another record
     */
    public String action(Page page, UnaryOperator<String> key) {
        String named = page.messages().getMessage(key.apply(leaf.action()), null, null, page.locale());
        return named == null ? page.t("audit.action.other") : named;
    }
}

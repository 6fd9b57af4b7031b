package org.zhengtong.services.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The elements of a bundle that somebody fills in: what editor, findings and the comparison of versions go by. */
public enum BundleElement {
    NAME,
    SUMMARY,
    EVERYDAY_WORDS,
    AUDIENCE,
    LIFE_EVENT,
    LEAD_BODY,
    ITEMS,
    GUIDE,
    ORDER;

    /** What it holds: equal, and written the same, as long as nobody changed it. */
    public Object in(Bundle bundle) {
        return switch (this) {
            case NAME -> bundle.name();
            case SUMMARY -> bundle.summary();
            case EVERYDAY_WORDS -> bundle.everydayWords();
            case AUDIENCE -> bundle.audience();
            case LIFE_EVENT -> bundle.lifeEvent();
            case LEAD_BODY -> bundle.leadBody();
            case ITEMS -> bundle.items();
            case GUIDE -> bundle.guide();
            case ORDER -> bundle.order();
        };
    }

    /** What is written in it freely; nothing where one chooses from what is there. */
    Stream<String> texts(Bundle bundle) {
        return switch (this) {
            case NAME -> Stream.of(bundle.name());
            case SUMMARY -> Stream.of(bundle.summary());
            case EVERYDAY_WORDS -> bundle.everydayWords().stream();
            case GUIDE ->
                bundle.guide().stream()
                        .flatMap(choice -> Stream.concat(
                                Stream.of(choice.question()),
                                choice.answers().stream().map(Bundle.Answer::text)));
            case AUDIENCE, LIFE_EVENT, LEAD_BODY, ITEMS, ORDER -> Stream.of();
        };
    }

    /** The most characters one of its texts may have. */
    public int longest() {
        return switch (this) {
            case SUMMARY -> 200;
            case GUIDE -> 100;
            default -> 60;
        };
    }

    /** The elements in which the two differ. */
    public static List<BundleElement> differences(Bundle one, Bundle other) {
        return Arrays.stream(values())
                .filter(element -> !element.in(one).equals(element.in(other)))
                .toList();
    }
}

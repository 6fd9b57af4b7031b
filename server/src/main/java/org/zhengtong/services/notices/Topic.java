package org.zhengtong.services.notices;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhengtong.services.cases.StepKind;

/**
 * What a receiver can be told of.
 *
 * @param name as the outbox and the receiver have it, such as {@code cases.accepted}
 * @param step whose words say what it is
 */
public record Topic(String name, StepKind step) {
    /** Sent when somebody wants to see whether a receiver works. */
    public static final String TRIAL = "notices.trial";

    /** Told under another topic: as accepted, as not accepted, with the delivery. */
    private static final Set<StepKind> NONE_OF_ITS_OWN =
            EnumSet.of(StepKind.COUNTED_AS_ACCEPTED, StepKind.NOT_REQUIRED, StepKind.CLOSED);

    /** In the order they happen. */
    public static List<Topic> all() {
        return Arrays.stream(StepKind.values())
                .filter(step -> !NONE_OF_ITS_OWN.contains(step))
                .map(step -> new Topic(
                        "cases." + step.name().toLowerCase(Locale.ROOT).replace('_', '-'), step))
                .toList();
    }
}

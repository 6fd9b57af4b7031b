package org.zhengtong.services.catalogue;

import java.util.Optional;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;

/** When one question serves for another. */
final class Sameness {
    private Sameness() {}

    static boolean meanTheSame(Field one, Field other) {
        return one.kind() == other.kind()
                && one.label().equals(other.label())
                && one.prefill().equals(other.prefill())
                && one.options().equals(other.options());
    }

    /** Whether every right answer to {@code one} is one to {@code other} too, and is asked for whenever that is. */
    static boolean serves(Field one, Field other) {
        return (one.required() || !other.required())
                && longest(one) <= longest(other)
                && one.checks().containsAll(other.checks())
                && isAskedWithin(one.shownWhen(), other.shownWhen());
    }

    /** Whether what is asked under {@code wide} is asked whenever {@code narrow} is met. */
    static boolean isAskedWithin(Optional<Condition> wide, Optional<Condition> narrow) {
        return wide.isEmpty()
                || narrow.filter(
                                condition -> condition.field().equals(wide.get().field())
                                        && wide.get().answers().containsAll(condition.answers()))
                        .isPresent();
    }

    private static int longest(Field field) {
        return field.most() > 0 ? field.most() : Integer.MAX_VALUE;
    }
}

package org.zhengtong.services.filing;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhengtong.services.catalogue.Form.Check;

/** What a form asks of an answer beyond its kind. */
final class FurtherCheck {
    private static final int MOST_KEPT = 1000;
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private FurtherCheck() {}

    /** @param answer right by its kind, in its normal spelling */
    static Optional<AnswerCheck> of(Check check, String answer, LocalDate today) {
        return switch (check) {
            case Check.Matches(String pattern, String sentence, String _) ->
                wrongUnless(compiled(pattern).matches(answer), "filing.check.pattern", sentence);
            case Check.LeastLength(int characters) ->
                wrongUnless(answer.codePointCount(0, answer.length()) >= characters, "filing.check.short", characters);
            case Check.NumberBetween(var least, var most) ->
                between(new BigDecimal(answer), least, most, "filing.check.number");
            case Check.WholeNumber() -> wrongUnless(!answer.contains("."), "filing.check.whole");
            case Check.DateBetween(var earliest, var latest) ->
                between(LocalDate.parse(answer), earliest, latest, "filing.check.date");
            case Check.NotInFuture() ->
                wrongUnless(!LocalDate.parse(answer).isAfter(today), "filing.check.date.future");
            case Check.NotInPast() -> wrongUnless(!LocalDate.parse(answer).isBefore(today), "filing.check.date.past");
        };
    }

    private static <T extends Comparable<? super T>> Optional<AnswerCheck> between(
            T answer, Optional<T> least, Optional<T> most, String key) {
        return least.filter(bound -> answer.compareTo(bound) < 0)
                .<AnswerCheck>map(bound -> wrong(key + ".least", text(bound)))
                .or(() -> most.filter(bound -> answer.compareTo(bound) > 0)
                        .map(bound -> wrong(key + ".most", text(bound))));
    }

    private static String text(Object bound) {
        return bound instanceof BigDecimal number ? number.toPlainString() : bound.toString();
    }

    /** Published forms have few patterns; those tried out in an editor must not fill the memory. */
    private static Pattern compiled(String pattern) {
        if (COMPILED.size() > MOST_KEPT) {
            COMPILED.clear();
        }
        return COMPILED.computeIfAbsent(pattern, Pattern::compile);
    }

    private static Optional<AnswerCheck> wrongUnless(boolean right, String key, Object... values) {
        return right ? Optional.empty() : Optional.of(wrong(key, values));
    }

    private static AnswerCheck wrong(String key, Object... values) {
        return new AnswerCheck.Wrong(key, List.of(values));
    }
}

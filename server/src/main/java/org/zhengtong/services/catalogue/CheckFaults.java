package org.zhengtong.services.catalogue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.Form.Check;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.FormFaults.Fault;
import org.zhengtong.services.catalogue.FormFaults.Problem;

/** What makes the checks of a field unfit: none of its answers could be right, or nobody could tell why it is wrong. */
final class CheckFaults {
    /** What means the same in RE2 and in the regular expressions of JSON Schema (ECMA-262). */
    private static final java.util.regex.Pattern PORTABLE =
            java.util.regex.Pattern.compile("(?:[^\\\\(]|\\\\[dDwW.\\\\/()\\[\\]{}|^$*+?-]|\\((?!\\?)|\\(\\?:)*");

    private final Section section;
    private final Field field;
    private final List<Fault> faults = new ArrayList<>();

    private CheckFaults(Section section, Field field) {
        this.section = section;
        this.field = field;
    }

    static List<Fault> of(Section section, Field field) {
        CheckFaults found = new CheckFaults(section, field);
        field.checks().forEach(found::check);
        return found.faults;
    }

    private void check(Check check) {
        if (!fits(check, field.kind())) {
            add(Problem.CHECK_OF_ANOTHER_KIND, check.getClass().getSimpleName());
        }
        switch (check) {
            case Check.Matches matches -> pattern(matches);
            case Check.LeastLength(int characters) -> {
                boolean longer = examples().stream().anyMatch(example -> example.length() < characters);
                if (longer
                        || characters < 1
                        || characters > (field.most() > 0 ? field.most() : FormFaults.MOST_CHARACTERS)) {
                    add(Problem.CHECK_BOUNDS, Integer.toString(characters));
                }
            }
            case Check.NumberBetween(var least, var most) -> {
                bounds(least, most);
                boolean whole = field.checks().contains(new Check.WholeNumber());
                boolean nothingWhole = whole
                        && least.isPresent()
                        && most.isPresent()
                        && least.get()
                                        .setScale(0, RoundingMode.CEILING)
                                        .compareTo(most.get().setScale(0, RoundingMode.FLOOR))
                                > 0;
                if (nothingWhole || most.filter(bound -> bound.signum() < 0).isPresent()) {
                    add(Problem.CHECK_BOUNDS, both(least, most));
                }
            }
            case Check.DateBetween(var earliest, var latest) -> bounds(earliest, latest);
            case Check.WholeNumber() -> {}
            case Check.NotInFuture() -> {}
            case Check.NotInPast() -> {}
        }
    }

    private <T extends Comparable<? super T>> void bounds(Optional<T> least, Optional<T> most) {
        boolean crossed = least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0;
        if (crossed || (least.isEmpty() && most.isEmpty())) {
            add(Problem.CHECK_BOUNDS, both(least, most));
        }
    }

    private static String both(Optional<?> least, Optional<?> most) {
        return least.map(Object::toString).orElse("") + "–"
                + most.map(Object::toString).orElse("");
    }

    private void pattern(Check.Matches matches) {
        if (matches.sentence().isBlank()) {
            add(Problem.PATTERN_WITHOUT_SENTENCE, matches.pattern());
        }
        if (matches.pattern().isBlank() || matches.pattern().length() > FormFaults.MOST_PATTERN) {
            add(Problem.PATTERN_DOES_NOT_COMPILE, matches.pattern());
            return;
        }
        if (!PORTABLE.matcher(matches.pattern()).matches()) {
            add(Problem.PATTERN_NOT_PORTABLE, matches.pattern());
        }
        try {
            Pattern pattern = Pattern.compile(matches.pattern());
            boolean tooLong = field.most() > 0 && matches.example().length() > field.most();
            if (tooLong || !examples().stream().allMatch(pattern::matches)) {
                add(Problem.EXAMPLE_IS_REFUSED, matches.example());
            }
        } catch (PatternSyntaxException no) {
            add(Problem.PATTERN_DOES_NOT_COMPILE, no.getDescription() + ": " + no.getPattern());
        }
    }

    private List<String> examples() {
        return field.checks().stream()
                .flatMap(check ->
                        check instanceof Check.Matches matches ? Stream.of(matches.example()) : Stream.<String>empty())
                .toList();
    }

    private static boolean fits(Check check, Kind kind) {
        return switch (check) {
            case Check.Matches _ -> kind == Kind.TEXT || kind == Kind.LONG_TEXT;
            case Check.LeastLength(int _) -> kind == Kind.TEXT || kind == Kind.LONG_TEXT || kind == Kind.ADDRESS;
            case Check.NumberBetween(var _, var _) -> kind == Kind.NUMBER;
            case Check.WholeNumber() -> kind == Kind.NUMBER;
            case Check.DateBetween(var _, var _) -> kind == Kind.DATE;
            case Check.NotInFuture() -> kind == Kind.DATE;
            case Check.NotInPast() -> kind == Kind.DATE;
        };
    }

    private void add(Problem problem, String detail) {
        faults.add(new Fault(problem, section.id(), field.id(), detail));
    }
}

package org.zhengtong.services.filing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengtong.ground.regions.Region;
import org.zhengtong.ground.regions.Regions;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.PlacedAddress;

/** The check of one answer by the kind of its question. */
sealed interface AnswerCheck {
    /** Right; {@code answer} is its normal spelling. */
    record Fine(String answer) implements AnswerCheck {}

    /** Not right; the label of the question is put before {@code values}. */
    record Wrong(String key, List<Object> values) implements AnswerCheck {}

    int MOST_WHEN_NOTHING_IS_SAID = 200;
    int SHORTEST_ADDRESS = 5;
    Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");
    Pattern DATE = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    Pattern FILE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    Pattern LANDLINE = Pattern.compile("0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|[48]00-?[0-9]{3}-?[0-9]{4}");

    static AnswerCheck of(Field field, String answer, LocalDate today, Regions regions) {
        boolean lines = field.kind() == Form.Kind.LONG_TEXT;
        if (answer.codePoints().anyMatch(c -> isForbidden(c, lines))) {
            return wrong("filing.check.characters");
        }
        AnswerCheck ofKind = ofKind(field, answer, regions);
        return ofKind instanceof Fine(String normal)
                ? field.checks().stream()
                        .flatMap(check -> FurtherCheck.of(check, normal, today).stream())
                        .findFirst()
                        .orElse(ofKind)
                : ofKind;
    }

    private static AnswerCheck ofKind(Field field, String answer, Regions regions) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT -> text(answer, field);
            case NUMBER ->
                NUMBER.matcher(plain(answer)).matches() ? text(plain(answer), field) : wrong("filing.check.number");
            case DATE -> date(plain(answer));
            case CHOICE -> field.options().contains(answer) ? new Fine(answer) : wrong("filing.check.choice");
            case PHONE -> phone(plain(answer));
            case IDENTITY_NUMBER ->
                IdentityNumber.parse(plain(answer))
                        .<AnswerCheck>map(number -> new Fine(number.value()))
                        .orElseGet(() -> wrong("filing.check.identity-number"));
            case USCC ->
                Uscc.parse(plain(answer))
                        .<AnswerCheck>map(code -> new Fine(code.value()))
                        .orElseGet(() -> wrong("filing.check.uscc"));
            case ADDRESS -> length(answer) < SHORTEST_ADDRESS ? wrong("filing.check.address") : text(answer, field);
            case DIVISION_ADDRESS -> placed(field, answer, regions);
            case FILE -> FILE.matcher(answer).matches() ? new Fine(answer) : wrong("filing.check.file");
        };
    }

    private static AnswerCheck placed(Field field, String answer, Regions regions) {
        Optional<PlacedAddress> place = PlacedAddress.parse(answer);
        if (place.filter(PlacedAddress::isPlaced).isEmpty()) {
            return wrong("filing.check.division");
        }
        Optional<Region> region = regions.find(place.get().division());
        if (region.isEmpty()) {
            return wrong("filing.check.division.unknown", place.get().division());
        }
        if (region.get().code().length() < PlacedAddress.LEAST_DIGITS) {
            return wrong("filing.check.division.further", region.get().name());
        }
        String detail = place.get().detail();
        if (detail.isEmpty()) {
            return wrong("filing.check.detail");
        }
        return text(detail, field) instanceof Wrong tooLong
                ? tooLong
                : new Fine(new PlacedAddress(region.get().code(), detail).answer());
    }

    private static AnswerCheck text(String answer, Field field) {
        int most = field.most() > 0 ? field.most() : MOST_WHEN_NOTHING_IS_SAID;
        int length = length(answer);
        return length > most ? wrong("filing.check.long", most, length - most) : new Fine(answer);
    }

    /** In characters as a reader counts them, not in the halves Java counts. */
    private static int length(String answer) {
        return answer.codePointCount(0, answer.length());
    }

    private static AnswerCheck date(String answer) {
        Matcher parts = DATE.matcher(answer);
        if (!parts.matches()) {
            return wrong("filing.check.date");
        }
        int year = Integer.parseInt(parts.group(1));
        try {
            LocalDate date = LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
            return year < 1850 || year > 2200 ? wrong("filing.check.date") : new Fine(date.toString());
        } catch (DateTimeException impossible) {
            return wrong("filing.check.date.impossible");
        }
    }

    private static AnswerCheck phone(String answer) {
        String number = answer.startsWith("+86") ? answer.substring(3) : answer;
        String mobile = number.replace("-", "");
        return MOBILE.matcher(mobile).matches() ? new Fine(mobile) : matching(LANDLINE, number, "filing.check.phone");
    }

    private static AnswerCheck matching(Pattern pattern, String answer, String otherwise) {
        return pattern.matcher(answer).matches() ? new Fine(answer) : wrong(otherwise);
    }

    /** Digits and letters as typed with a Chinese keyboard (full width) become plain ones; spaces between them go. */
    private static String plain(String answer) {
        return java.text.Normalizer.normalize(answer, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * Control characters, and format characters that turn the direction of writing (Unicode bidirectional algorithm) or
     * show nothing at all: with them a text reads otherwise than it is.
     */
    private static boolean isForbidden(int c, boolean linesAllowed) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> !(linesAllowed && c == '\n');
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static AnswerCheck wrong(String key, Object... values) {
        return new Wrong(key, List.of(values));
    }
}

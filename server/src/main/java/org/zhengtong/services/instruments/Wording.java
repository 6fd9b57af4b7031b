package org.zhengtong.services.instruments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengtong.services.cases.DocumentKind;

/**
 * How a kind of document is worded. Each line is a paragraph, one that begins with {@code #} a heading; between braces
 * stands what is filled in. A line all of whose placeholders have nothing to say is left out, and with a list the line
 * before it that leads in to it by a colon.
 *
 * @param version 0 for the wording built in, else counted from 1 within body and kind
 */
public record Wording(int version, String title, String text) {
    public static final int LONGEST_TITLE = 40;
    public static final int LONGEST_TEXT = 5000;

    private static final Pattern SLOT = Pattern.compile("\\{([^{}\\n]*)}");
    private static final Pattern ONLY_SLOT = Pattern.compile("\\{([^{}\\n]*)}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n]]");

    /** Why a wording cannot be used. */
    public enum Fault {
        TITLE_MISSING,
        TITLE_TOO_LONG,
        /** A title is the same for every case. */
        TITLE_WITH_BRACES,
        TEXT_MISSING,
        TEXT_TOO_LONG,
        UNPRINTABLE,
        UNCLOSED,
        UNKNOWN,
        /** Known, but not to this kind of document. */
        NOT_HERE,
        NOT_ALONE,
        REQUIRED
    }

    /** @param values put into the sentence: the number of the line, or the name of the placeholder */
    public record Finding(Fault fault, List<Object> values) {
        Finding(Fault fault, Object... values) {
            this(fault, List.of(values));
        }

        public boolean inTitle() {
            return switch (fault) {
                case TITLE_MISSING, TITLE_TOO_LONG, TITLE_WITH_BRACES -> true;
                default -> false;
            };
        }
    }

    /** As typed, with the line ends of every machine and without blank margins. */
    public static Wording typed(String title, String text) {
        return new Wording(
                0, title.strip(), text.replace("\r\n", "\n").replace('\r', '\n').strip());
    }

    public List<Finding> check(DocumentKind kind) {
        List<Finding> findings = new ArrayList<>();
        checkSizes(findings);
        Slots slots = Slots.of(kind);
        Set<Placeholder> used = EnumSet.noneOf(Placeholder.class);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            checkLine(lines.get(i), i + 1, slots, used, findings);
        }
        if (!text.isEmpty()) {
            slots.required().stream()
                    .filter(required -> !used.contains(required))
                    .forEach(required -> findings.add(new Finding(Fault.REQUIRED, required.word())));
        }
        return List.copyOf(findings);
    }

    private void checkSizes(List<Finding> findings) {
        if (title.isEmpty()) {
            findings.add(new Finding(Fault.TITLE_MISSING));
        } else if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            findings.add(new Finding(Fault.TITLE_TOO_LONG, LONGEST_TITLE));
        } else if (title.contains("{")
                || title.contains("}")
                || UNPRINTABLE.matcher(title).find()
                || title.contains("\n")) {
            findings.add(new Finding(Fault.TITLE_WITH_BRACES));
        }
        if (text.isEmpty()) {
            findings.add(new Finding(Fault.TEXT_MISSING));
        } else if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            findings.add(new Finding(Fault.TEXT_TOO_LONG, LONGEST_TEXT));
        }
    }

    private static void checkLine(String line, int number, Slots slots, Set<Placeholder> used, List<Finding> findings) {
        if (UNPRINTABLE.matcher(line).find()) {
            findings.add(new Finding(Fault.UNPRINTABLE, number));
        }
        String rest = SLOT.matcher(line).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            findings.add(new Finding(Fault.UNCLOSED, number));
        }
        Matcher slot = SLOT.matcher(line);
        while (slot.find()) {
            String word = slot.group(1).strip();
            Placeholder.named(word)
                    .ifPresentOrElse(
                            placeholder -> {
                                used.add(placeholder);
                                if (!slots.known().contains(placeholder)) {
                                    findings.add(new Finding(Fault.NOT_HERE, word, number));
                                } else if (placeholder.isList()
                                        && !ONLY_SLOT.matcher(line.strip()).matches()) {
                                    findings.add(new Finding(Fault.NOT_ALONE, word, number));
                                }
                            },
                            () -> findings.add(new Finding(Fault.UNKNOWN, word, number)));
        }
    }

    /** @param values what is to be filled in; a placeholder without a value has nothing to say */
    public InstrumentText fill(Map<Placeholder, List<String>> values) {
        List<InstrumentText.Block> blocks = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            boolean list = list(line).isPresent();
            Optional<InstrumentText.Block> block = line.isEmpty() ? Optional.empty() : filled(line, values);
            block.ifPresent(blocks::add);
            if (list && block.isEmpty() && !blocks.isEmpty() && leadsIn(blocks.getLast())) {
                blocks.removeLast();
            }
        }
        return new InstrumentText(title, blocks);
    }

    private static boolean leadsIn(InstrumentText.Block block) {
        return block instanceof InstrumentText.Paragraph(String words) && words.endsWith("：");
    }

    private static Optional<Placeholder> list(String line) {
        Matcher only = ONLY_SLOT.matcher(line);
        return only.matches() ? Placeholder.named(only.group(1).strip()).filter(Placeholder::isList) : Optional.empty();
    }

    private static Optional<InstrumentText.Block> filled(String line, Map<Placeholder, List<String>> values) {
        List<List<String>> said = SLOT.matcher(line)
                .results()
                .map(slot -> said(slot.group(1), values))
                .toList();
        if (!said.isEmpty() && said.stream().allMatch(List::isEmpty)) {
            return Optional.empty();
        }
        if (list(line).isPresent()) {
            return Optional.of(new InstrumentText.Points(said.getFirst()));
        }
        String words = SLOT.matcher(line)
                .replaceAll(slot -> Matcher.quoteReplacement(String.join("；", said(slot.group(1), values))));
        return Optional.of(
                words.startsWith("#")
                        ? new InstrumentText.Heading(words.substring(1).strip())
                        : new InstrumentText.Paragraph(words));
    }

    private static List<String> said(String word, Map<Placeholder, List<String>> values) {
        return Placeholder.named(word.strip())
                .map(placeholder -> values.getOrDefault(placeholder, List.of()))
                .orElse(List.of());
    }
}

package org.zhengtong.ground.language.internal;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a text sounds: syllables of pinyin without tones, so that a homophone and pinyin typed in letters find it. */
final class Sounds {
    /** Initial and final of a syllable; longest finals first, so that {@code xian} is one syllable. */
    private static final Pattern SYLLABLE = Pattern.compile("(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
            + "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|ia|ie|iu|ua|uo|ui|un|ue|ve|vn"
            + "|er|a|o|e|i|u|v)");

    private static final Set<String> NO_INITIAL =
            Set.of("a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "er");
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern LETTERS_OF_A_WORD = Pattern.compile("[a-z]{3,}");

    private Sounds() {}

    /** The syllables of Chinese characters and of pinyin in letters; letters that are no pinyin are left out. */
    static List<String> syllables(String text) {
        List<String> syllables = new ArrayList<>();
        for (String part : text.split("(?<=[^a-z])|(?=[^a-z])")) {
            if (LETTERS.matcher(part).matches()) {
                syllables.addAll(split(part));
            } else if (!part.isBlank() && Character.isIdeographic(part.codePointAt(0))) {
                syllables.add(
                        PinyinHelper.toPinyin(part, PinyinStyleEnum.NORMAL).strip());
            }
        }
        return syllables;
    }

    /** Two and two of what is spoken together. */
    static List<String> pairs(List<String> syllables) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            pairs.add(syllables.get(i) + "_" + syllables.get(i + 1));
        }
        return pairs;
    }

    static String initials(String text) {
        StringBuilder initials = new StringBuilder();
        for (String syllable : syllables(text)) {
            initials.append(syllable.charAt(0));
        }
        return initials.toString();
    }

    /** Letters without a Chinese character: somebody types pinyin, or the first letters of it. */
    static boolean isTypedInLetters(String text) {
        return text.matches("[a-z ]+");
    }

    /** Runs of letters beside Chinese characters, long enough to be the initials of something. */
    static List<String> lettersAmongWords(String text) {
        return LETTERS_OF_A_WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> split(String letters) {
        List<String> syllables = new ArrayList<>();
        Matcher matcher = SYLLABLE.matcher(letters);
        int place = 0;
        while (place < letters.length()) {
            matcher.region(place, letters.length());
            if (!matcher.lookingAt() || !isSyllable(matcher.group())) {
                return List.of();
            }
            String syllable = matcher.group();
            place = matcher.end();
            if (place < letters.length() && startsNext(syllable, letters.charAt(place))) {
                syllable = syllable.substring(0, syllable.length() - 1);
                place--;
            }
            syllables.add(syllable);
        }
        return syllables;
    }

    /** In {@code shengao} the g begins the next syllable, for no syllable begins with {@code ao} after a consonant's end. */
    private static boolean startsNext(String syllable, char next) {
        boolean endsInConsonant = syllable.length() > 2 && "ngr".indexOf(syllable.charAt(syllable.length() - 1)) >= 0;
        return endsInConsonant
                && "aeiouv".indexOf(next) >= 0
                && isSyllable(syllable.substring(0, syllable.length() - 1));
    }

    private static boolean isSyllable(String syllable) {
        return "aoe".indexOf(syllable.charAt(0)) < 0 || NO_INITIAL.contains(syllable);
    }
}

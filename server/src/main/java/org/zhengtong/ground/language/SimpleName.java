package org.zhengtong.ground.language;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** A name in small letters, digits and underscores for what has a name in Chinese: {@code 店铺名称} is {@code dian_pu_ming_cheng}. */
public final class SimpleName {
    private static final int LONGEST = 32;

    private SimpleName() {}

    /** @param taken names it must not be; then a number is put behind it */
    public static String of(String text, String otherwise, Collection<String> taken) {
        String name = spelled(text);
        String plain = name.isEmpty() ? otherwise : name;
        if (!taken.contains(plain)) {
            return plain;
        }
        int number = 2;
        while (taken.contains(plain + "_" + number)) {
            number++;
        }
        return plain + "_" + number;
    }

    private static String spelled(String text) {
        String letters = text.toLowerCase(Locale.ROOT)
                .codePoints()
                .mapToObj(SimpleName::spelled)
                .collect(Collectors.joining())
                .replaceAll("_+", "_")
                .replaceAll("^[_0-9]+|_$", "");
        if (letters.length() <= LONGEST) {
            return letters;
        }
        int end = letters.lastIndexOf('_', LONGEST);
        return letters.substring(0, end > 0 ? end : LONGEST);
    }

    private static String spelled(int character) {
        if (character < 128) {
            return Character.isLetterOrDigit(character) ? Character.toString(character) : "_";
        }
        if (!Character.isIdeographic(character)) {
            return "_";
        }
        String syllable = PinyinHelper.toPinyin(Character.toString(character), PinyinStyleEnum.NORMAL)
                .strip();
        return syllable.matches("[a-z]+") ? "_" + syllable + "_" : "_";
    }
}

package org.zhengtong.services.catalogue.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhengtong.services.catalogue.PipeTable;

/** English words for what an office has, as people mix them into their Chinese. */
final class EnglishWords {
    private final Map<String, String> chinese;
    private final Pattern any;

    private EnglishWords(Map<String, String> chinese) {
        this.chinese = chinese;
        String words = chinese.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.any = Pattern.compile("(?<![a-z])(?:" + words + ")(?:s|es)?(?![a-z])");
    }

    static EnglishWords read() {
        Map<String, String> chinese = new LinkedHashMap<>();
        for (PipeTable.Row row :
                PipeTable.read("services/catalogue/english-words.psv").rows()) {
            List<String> words = row.list("english");
            words.forEach(word -> chinese.put(word, row.get("chinese")));
        }
        return new EnglishWords(chinese);
    }

    String inChinese(String question) {
        String small = question.toLowerCase(Locale.ROOT);
        return any.matcher(small).find()
                ? any.matcher(small)
                        .replaceAll(found -> " " + chinese(found.group()) + " ")
                        .strip()
                : question;
    }

    private String chinese(String word) {
        String known = chinese.get(word);
        if (known != null) {
            return known;
        }
        String one = word.endsWith("es") && chinese.containsKey(word.substring(0, word.length() - 2))
                ? word.substring(0, word.length() - 2)
                : word.substring(0, word.length() - 1);
        return chinese.getOrDefault(one, word);
    }
}

package org.zhengtong.ground.language;

import java.util.List;

/**
 * Something that can be found.
 *
 * @param key what the caller knows it by
 * @param title its name; also found by pinyin and initials
 * @param aliases other names and everyday words, as strong as the title
 * @param texts further sentences: situations, questions; weaker
 * @param mentions what it has in common with many: found by the very words only, for they tell little of what it is
 */
public record SearchDocument(
        String key, String title, List<String> aliases, List<String> texts, List<String> mentions) {}

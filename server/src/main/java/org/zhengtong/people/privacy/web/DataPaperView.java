package org.zhengtong.people.privacy.web;

import java.util.function.UnaryOperator;

/** @param words messages by their keys, in Chinese */
public record DataPaperView(Taken taken, UnaryOperator<String> words) {
    public String t(String key) {
        return words.apply(key);
    }
}

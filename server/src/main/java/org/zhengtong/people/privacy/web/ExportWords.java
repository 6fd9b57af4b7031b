package org.zhengtong.people.privacy.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.people.privacy.OwnData;
import org.zhengtong.people.privacy.PersonalRecord;
import org.zhengtong.people.privacy.PersonalRecord.Word;

/** Puts what is kept into words. The records are in Chinese, and so is what is taken along. */
@Component
class ExportWords {
    private final MessageSource messages;

    ExportWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Everything, ready to be written down. */
    Taken of(OwnData.Everything all) {
        return new Taken(
                "zhengtong-personal-data/1",
                all.made().toString(),
                all.name(),
                all.number().value(),
                all.sections().stream().map(this::section).toList());
    }

    private Taken.Section section(OwnData.Section section) {
        String key = "privacy." + section.name();
        return new Taken.Section(
                section.name(),
                t(key + ".title"),
                t(key + ".purpose"),
                t(key + ".basis"),
                t(key + ".kept"),
                section.records().stream().map(this::record).toList());
    }

    private Taken.Kept record(PersonalRecord record) {
        List<Taken.Entry> entries = record.entries().stream()
                .map(entry -> new Taken.Entry(text(entry.label()), text(entry.value())))
                .toList();
        return new Taken.Kept(record.title(), entries);
    }

    private String text(Word word) {
        return switch (word) {
            case Word.Text(String text) -> text;
            case Word.Key(String key) -> t(key);
        };
    }

    String t(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, "??" + key + "??", Locale.SIMPLIFIED_CHINESE));
    }
}

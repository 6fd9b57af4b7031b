package org.zhengtong.people.privacy;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.zhengtong.ground.web.Page;

/**
 * One thing that is kept of a person, such as a case or a licence.
 *
 * @param title what the person knows it by
 */
public record PersonalRecord(String title, List<Entry> entries) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Page.ZONE);

    public PersonalRecord {
        entries = List.copyOf(entries);
    }

    /** A label and a value, each a text as it stands in the record or the key of a message. */
    public record Entry(Word label, Word value) {
        /** @param name of the label, the message {@code privacy.field.<name>} */
        public static Entry of(String name, String value) {
            return new Entry(new Word.Key("privacy.field." + name), new Word.Text(value));
        }

        public static Entry of(String name, Instant at) {
            return of(name, MINUTE.format(at));
        }

        /** @param key of the message that says the value */
        public static Entry said(String name, String key) {
            return new Entry(new Word.Key("privacy.field." + name), new Word.Key(key));
        }

        /** @param label as the person read it, such as a question of a form */
        public static Entry worded(String label, String value) {
            return new Entry(new Word.Text(label), new Word.Text(value));
        }

        /** Something that happened then. */
        public static Entry happened(Instant at, String key) {
            return new Entry(new Word.Text(MINUTE.format(at)), new Word.Key(key));
        }
    }

    /** A text, or the key of one. */
    public sealed interface Word {
        record Text(String text) implements Word {}

        record Key(String key) implements Word {}
    }

    /** Never the content: a record's own text would carry personal data into logs. */
    @Override
    public String toString() {
        return "PersonalRecord";
    }
}

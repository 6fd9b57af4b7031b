package org.zhengtong.people.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.Problem;

/** Says to programs what pages say beside their fields. */
@Component
public class WrongFields {
    private final MessageSource messages;

    public WrongFields(MessageSource messages) {
        this.messages = messages;
    }

    public Problem problem(List<WrongField> wrong, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        wrong.forEach(one -> sentences.putIfAbsent(
                one.field(),
                Objects.requireNonNull(
                        messages.getMessage(one.sentence(), one.values().toArray(), one.sentence(), locale))));
        return new Problem(422, "wrong-fields", sentences);
    }
}

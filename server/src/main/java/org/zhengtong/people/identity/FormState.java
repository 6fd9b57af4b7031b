package org.zhengtong.people.identity;

import java.util.List;
import java.util.Optional;

/** What is wrong with a form as its page shows it. */
public record FormState(List<WrongField> wrong) {
    public static final FormState FRESH = new FormState(List.of());

    public Optional<WrongField> wrong(String field) {
        return wrong.stream().filter(one -> one.field().equals(field)).findFirst();
    }

    public boolean isWrong() {
        return !wrong.isEmpty();
    }
}

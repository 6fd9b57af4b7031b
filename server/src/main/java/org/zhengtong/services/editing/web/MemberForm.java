package org.zhengtong.services.editing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.WrongField;

/**
 * The fields of a member of a list as they stand on its page.
 *
 * @param typed field → text; what is ticked of several, one a line
 * @param theirs what somebody else made of it in between, where it is not the same
 */
public record MemberForm(Map<String, String> typed, FormState state, Map<String, String> theirs) {

    static MemberForm of(Map<String, String> kept) {
        return new MemberForm(kept, FormState.FRESH, Map.of());
    }

    static MemberForm wrong(Map<String, String> typed, List<WrongField> wrong) {
        return new MemberForm(typed, new FormState(wrong), Map.of());
    }

    /** @param theirs as it is kept now; empty when it is not there any more */
    static MemberForm elsewhere(Map<String, String> typed, Map<String, String> theirs) {
        Map<String, String> others = new LinkedHashMap<>();
        theirs.forEach((field, text) -> {
            if (!text.equals(typed.getOrDefault(field, ""))) {
                others.put(field, text);
            }
        });
        return new MemberForm(typed, FormState.FRESH, others);
    }

    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean has(String field, String value) {
        return text(field).lines().anyMatch(value::equals);
    }

    public Optional<WrongField> wrong(String field) {
        return state.wrong(field);
    }

    public Optional<String> theirs(String field) {
        return Optional.ofNullable(theirs.get(field));
    }

    /** What a field is described by for those who do not see it. */
    public String describedBy(String field, boolean hint) {
        return ((hint ? field + "-hint " : "") + (wrong(field).isPresent() ? field + "-wrong" : "")).strip();
    }
}

package org.zhengtong.services.filing;

import java.util.List;
import java.util.Optional;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.Section;

/** Forms for tests. */
public final class Questions {
    private final String id;
    private Kind kind = Kind.TEXT;
    private Optional<Condition> when = Optional.empty();
    private Optional<Prefill> prefill = Optional.empty();

    private Questions(String id) {
        this.id = id;
    }

    public static Questions field(String id) {
        return new Questions(id);
    }

    public static Field asked(String id, Kind kind) {
        return field(id).of(kind).build();
    }

    public static Form form(Field... fields) {
        return new Form(List.of(new Section("s", "信息", List.of(fields))));
    }

    public Questions of(Kind one) {
        kind = one;
        return this;
    }

    public Questions when(String field, String answer) {
        when = Optional.of(new Condition(field, answer));
        return this;
    }

    public Questions from(Prefill source) {
        prefill = Optional.of(source);
        return this;
    }

    public Field build() {
        return new Field(id, kind, "问题", "", true, 20, List.of("甲", "乙"), when, prefill);
    }
}

package org.zhengtong.services.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Check;
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

    private List<Check> checks = List.of();

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

    /** On the second of March 2026, with the divisions of {@link PlainRegions}. */
    public static FormCheck check() {
        return new FormCheck(
                new PlainRegions(), Clock.fixed(Instant.parse("2026-03-02T04:00:00Z"), ZoneId.of("Asia/Shanghai")));
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

    public Questions checked(Check... one) {
        checks = List.of(one);
        return this;
    }

    public Field build() {
        List<String> options = kind == Kind.CHOICE ? List.of("甲", "乙") : List.of();
        return new Field(id, kind, "问题", "", true, 20, options, when, prefill, checks);
    }
}

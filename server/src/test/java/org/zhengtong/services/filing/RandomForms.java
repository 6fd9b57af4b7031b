package org.zhengtong.services.filing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Check;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Kind;
import org.zhengtong.services.catalogue.Form.Repeat;
import org.zhengtong.services.catalogue.Form.Section;

/** Sound forms of every shape a form can have. */
public final class RandomForms {
    private static final List<Check.Matches> PATTERNS = List.of(
            new Check.Matches("[A-Z][0-9]{9}", "请填写一个字母加九位数字", "P123456789"),
            new Check.Matches("(?:京|沪|浙)[A-Z]·?[0-9A-Z]{5}", "请填写号牌号码", "浙A12345"),
            new Check.Matches("\\d{4}-\\d{3}", "请填写编号", "2026-001"));

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final RandomGenerator random;
    private final List<Field> choices = new ArrayList<>();
    private int named;

    public RandomForms(RandomGenerator random) {
        this.random = random;
    }

    public Form next() {
        choices.clear();
        named = 0;
        List<Section> sections = new ArrayList<>();
        int count = random.nextInt(1, 6);
        for (int i = 0; i < count; i++) {
            sections.add(section("s" + i));
        }
        return new Form(sections);
    }

    private Section section(String id) {
        Optional<Condition> when = condition(choices);
        boolean repeated = random.nextInt(3) == 0;
        List<Field> here = new ArrayList<>(choices);
        List<Field> fields = new ArrayList<>();
        int count = random.nextInt(1, 7);
        for (int i = 0; i < count; i++) {
            Field field = field("f" + named++, condition(here));
            fields.add(field);
            if (field.kind() == Kind.CHOICE) {
                here.add(field);
            }
        }
        if (!repeated) {
            choices.clear();
            choices.addAll(here);
            return new Section(id, "第" + id, fields, when, Optional.empty());
        }
        // an entry shows by what is answered always, so that no entry is blank
        Field always =
                new Field("f" + named++, Kind.TEXT, "名称", "", true, 20, List.of(), Optional.empty(), Optional.empty());
        fields.addFirst(always);
        int least = random.nextInt(0, 3);
        return new Section(
                id,
                "第" + id,
                fields,
                when,
                Optional.of(new Repeat("成员", least, random.nextInt(Math.max(1, least), 6))));
    }

    private Field field(String id, Optional<Condition> when) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        int most = kind == Kind.NUMBER ? 12 : random.nextInt(20, 120);
        List<String> options =
                kind == Kind.CHOICE ? List.of("甲", "乙", "丙").subList(0, random.nextInt(1, 4)) : List.of();
        return new Field(
                id, kind, "问题" + id, "", random.nextInt(4) > 0, most, options, when, Optional.empty(), checks(kind));
    }

    private Optional<Condition> condition(List<Field> earlier) {
        if (earlier.isEmpty() || random.nextInt(3) > 0) {
            return Optional.empty();
        }
        Field on = earlier.get(random.nextInt(earlier.size()));
        return Optional.of(new Condition(
                on.id(), on.options().subList(0, random.nextInt(1, on.options().size() + 1))));
    }

    private List<Check> checks(Kind kind) {
        if (random.nextBoolean()) {
            return List.of();
        }
        return switch (kind) {
            case TEXT ->
                random.nextBoolean()
                        ? List.of(PATTERNS.get(random.nextInt(PATTERNS.size())))
                        : List.of(new Check.LeastLength(random.nextInt(1, 10)));
            case LONG_TEXT, ADDRESS -> List.of(new Check.LeastLength(random.nextInt(5, 15)));
            case NUMBER -> numberChecks();
            case DATE ->
                switch (random.nextInt(3)) {
                    case 0 -> List.of(new Check.NotInFuture());
                    case 1 -> List.of(new Check.NotInPast());
                    default ->
                        List.of(new Check.DateBetween(
                                Optional.of(LocalDate.of(2000, 1, 1)), Optional.of(LocalDate.of(2020, 12, 31))));
                };
            default -> List.of();
        };
    }

    private List<Check> numberChecks() {
        BigDecimal least = new BigDecimal(random.nextInt(1, 50));
        Check between = new Check.NumberBetween(
                Optional.of(least), Optional.of(least.add(new BigDecimal(random.nextInt(0, 40)))));
        return random.nextBoolean() ? List.of(between) : List.of(new Check.WholeNumber(), between);
    }
}

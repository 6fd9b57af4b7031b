package org.zhengtong.services.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.services.catalogue.Form.Check;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.ProfileField;
import org.zhengtong.services.catalogue.Form.Section;

/** Puts an item's form together: the sections written for it, or those for items of its kind. */
final class FormRules {
    private final Map<String, List<Section>> forms = new LinkedHashMap<>();

    /** @param table a row for every field; the form is an item's name, several names, or {@code @} and a kind */
    FormRules(PipeTable table) {
        Map<String, Map<String, List<PipeTable.Row>>> rows = new LinkedHashMap<>();
        for (PipeTable.Row row : table.rows()) {
            for (String form : row.list("form")) {
                rows.computeIfAbsent(form, any -> new LinkedHashMap<>())
                        .computeIfAbsent(row.get("section"), any -> new ArrayList<>())
                        .add(row);
            }
        }
        rows.forEach((form, sections) -> forms.put(
                form,
                sections.entrySet().stream()
                        .map(section -> section(section.getKey(), section.getValue()))
                        .toList()));
    }

    Set<String> itemsWithOwnSections() {
        return Set.copyOf(
                forms.keySet().stream().filter(form -> !form.startsWith("@")).toList());
    }

    /** The sections written for a form. */
    List<Section> sections(String form) {
        return forms.getOrDefault(form, List.of());
    }

    Form form(
            String name,
            ItemType type,
            Set<Audience> audience,
            String lifeEvent,
            List<Material> materials,
            boolean licence) {
        Map<String, Section> sections = new LinkedHashMap<>();
        add(sections, applicant(audience));
        if (forms.containsKey(name)) {
            add(sections, name);
        } else {
            add(sections, matter(type, audience, lifeEvent, licence));
        }
        if (!sections.containsKey("account")
                && materials.stream().anyMatch(material -> material.name().equals("银行账户信息"))) {
            add(sections, "@bank");
        }
        if (licence) {
            add(sections, "@delivery");
        }
        return new Form(List.copyOf(sections.values()));
    }

    private void add(Map<String, Section> sections, String form) {
        for (Section section : sections(form)) {
            sections.put(section.id(), section);
        }
    }

    private static String applicant(Set<Audience> audience) {
        if (audience.size() > 1) {
            return "@both";
        }
        return audience.contains(Audience.FIRM) ? "@firm" : "@person";
    }

    private static String matter(ItemType type, Set<Audience> audience, String lifeEvent, boolean licence) {
        boolean firm = audience.contains(Audience.FIRM);
        return switch (lifeEvent) {
            case "工程建设" -> "@engineering";
            case "职业资格" -> "@qualification";
            case "不动产登记" -> "@property";
            default -> {
                if (type == ItemType.PAYMENT) {
                    yield "@payment";
                }
                if (firm) {
                    yield type == ItemType.LICENSING && licence ? "@licence" : "@firmgeneral";
                }
                yield "@general";
            }
        };
    }

    private static Section section(String id, List<PipeTable.Row> rows) {
        PipeTable.Row first = rows.getFirst();
        return new Section(
                id,
                first.get("title"),
                rows.stream().map(FormRules::field).toList(),
                first.optional("page_when").map(FormRules::condition),
                first.optional("repeat").map(FormRules::repeat));
    }

    private static Field field(PipeTable.Row row) {
        return new Field(
                row.get("field"),
                Form.Kind.valueOf(row.get("kind")),
                row.get("label"),
                row.get("hint"),
                row.yes("required"),
                row.number("most", 100),
                row.list("options"),
                row.optional("when").map(FormRules::condition),
                row.optional("prefill").map(FormRules::prefill),
                row.list("checks").stream().map(FormRules::check).toList());
    }

    private static Form.Condition condition(String text) {
        String[] parts = text.split("=", 2);
        return new Form.Condition(parts[0], List.of(parts[1].split("/")));
    }

    private static Prefill prefill(String text) {
        String[] parts = text.split("[:/]");
        return switch (parts[0]) {
            case "licence" -> new Prefill.FromLicence(parts[1], parts[2]);
            case "register" -> new Prefill.FromRegister(parts[1], parts[2]);
            case "profile" -> new Prefill.FromProfile(ProfileField.valueOf(parts[1]));
            default -> throw new IllegalStateException("no source of answers is called " + parts[0]);
        };
    }

    /** {@code 家庭成员:1..9} */
    private static Form.Repeat repeat(String text) {
        String[] parts = text.split(":|\\.\\.");
        return new Form.Repeat(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /**
     * {@code past}, {@code future}, {@code whole}, {@code number:1..20}, {@code date:2020-01-01..}, {@code least:2}, or
     * {@code pattern:[A-Z][0-9]{9}=>what to do=>A123456789}.
     */
    private static Check check(String text) {
        String[] parts = text.split(":", 2);
        return switch (parts[0]) {
            case "past" -> new Check.NotInFuture();
            case "future" -> new Check.NotInPast();
            case "whole" -> new Check.WholeNumber();
            case "least" -> new Check.LeastLength(Integer.parseInt(parts[1]));
            case "number" ->
                new Check.NumberBetween(
                        bound(parts[1], 0).map(BigDecimal::new),
                        bound(parts[1], 1).map(BigDecimal::new));
            case "date" ->
                new Check.DateBetween(
                        bound(parts[1], 0).map(LocalDate::parse),
                        bound(parts[1], 1).map(LocalDate::parse));
            case "pattern" -> {
                String[] pattern = parts[1].split("=>");
                yield new Check.Matches(pattern[0], pattern[1], pattern[2]);
            }
            default -> throw new IllegalStateException("no check is called " + parts[0]);
        };
    }

    private static Optional<String> bound(String range, int side) {
        return Optional.of(range.split("\\.\\.", -1)[side]).filter(text -> !text.isEmpty());
    }
}

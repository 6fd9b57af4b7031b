package org.zhengtong.services.transfer.internal;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ItemType;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Stewardship;
import org.zhengtong.services.transfer.internal.Reading.Value;
import org.zhengtong.services.transfer.internal.Reading.Wrong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the rows of an entry are an entry somebody may import: codes, body, every cell, and the publishing gate. */
final class EntryExamination {
    private static final String CODE_FORM = "[0-9A-HJ-NPQRTUWXY]{18}[1-7][0-9]{12}";
    private final Catalogue catalogue;
    private final BaseCatalogue base;
    private final Organisation organisation;
    private final StaffMember by;
    private final Findings findings;
    private final Row.Places places;

    EntryExamination(
            Catalogue catalogue,
            BaseCatalogue base,
            Organisation organisation,
            StaffMember by,
            Findings findings,
            Row.Places places) {
        this.catalogue = catalogue;
        this.base = base;
        this.organisation = organisation;
        this.by = by;
        this.findings = findings;
        this.places = places;
    }

    /** @param open the codes that have an open draft already */
    Optional<ServiceItem> examine(Map<Sheet, List<Row>> rows, Set<ItemCode> open) {
        Row entry = rows.getOrDefault(Sheet.ENTRIES, List.of()).getFirst();
        Optional<ItemCode> code = code(entry);
        Optional<ServiceItem> item = examine(rows, entry, code);
        if (code.filter(open::contains).isPresent()
                && item.filter(one -> isPublished(catalogue, one)).isEmpty()) {
            wrong(entry, "code", new Wrong("draft-open"));
            return Optional.empty();
        }
        return item;
    }

    /** Whether it says just what the newest version says, so that there is nothing to draft. */
    static boolean isPublished(Catalogue catalogue, ServiceItem item) {
        return catalogue
                .item(item.code())
                .filter(published -> EntryDocument.of(published)
                        .differences(EntryDocument.of(item))
                        .isEmpty())
                .isPresent();
    }

    private Optional<ServiceItem> examine(Map<Sheet, List<Row>> rows, Row entry, Optional<ItemCode> code) {
        int before = findings.blocking();
        boolean reported = rows.values().stream().flatMap(List::stream).anyMatch(EntryExamination::isReported);
        Optional<Body> body = code.flatMap(known -> body(entry, known));
        ObjectNode document = new EntryAssembly(findings, places).assemble(rows);
        code.ifPresent(
                known -> derive(entry, document, known, body.map(Body::name).orElse("")));
        if (findings.blocking() > before || reported || code.isEmpty() || body.isEmpty()) {
            return Optional.empty();
        }
        return item(rows, entry, document).filter(item -> passesGate(rows, item));
    }

    private static boolean isReported(Row row) {
        return row.values().values().stream()
                .anyMatch(value -> value instanceof Wrong wrong && wrong.code().equals(EntryAssembly.REPORTED));
    }

    private Optional<ItemCode> code(Row entry) {
        if (!(entry.value(Sheet.ENTRIES.column("code")) instanceof Value(JsonNode node))) {
            return Optional.empty();
        }
        String text = node.asString();
        if (!text.matches(CODE_FORM)) {
            wrong(entry, "code", new Wrong("code-form", PlainWords.shown(text), text.length()));
            return Optional.empty();
        }
        char check = Uscc.check(text.substring(0, 17));
        if (check != text.charAt(17)) {
            wrong(entry, "code", new Wrong("code-check", text.substring(0, 18), text.charAt(17), check));
            return Optional.empty();
        }
        if (type(text).isEmpty()) {
            wrong(entry, "code", new Wrong("code-type", text.substring(21, 23)));
            return Optional.empty();
        }
        return ItemCode.parse(text);
    }

    private static Optional<ItemType> type(String code) {
        return Arrays.stream(ItemType.values())
                .filter(type -> type.code().equals(code.substring(21, 23)))
                .findFirst();
    }

    private Optional<Body> body(Row entry, ItemCode code) {
        Optional<Body> body = Uscc.parse(code.bodyUscc()).flatMap(organisation::body);
        if (body.isEmpty()) {
            wrong(entry, "code", new Wrong("unknown-body", code.bodyUscc()));
        } else if (!Stewardship.edits(by, body.get())) {
            wrong(entry, "code", new Wrong("not-your-division", body.get().name()));
            return Optional.empty();
        } else if (code.value().charAt(18) - '0' != Stewardship.level(body.get().division())) {
            wrong(
                    entry,
                    "code",
                    new Wrong(
                            "code-level",
                            code.value().charAt(18),
                            Stewardship.level(body.get().division())));
        } else if (catalogue.item(code).isEmpty()
                && base.find(code.value().substring(19)).isEmpty()) {
            wrong(entry, "code", new Wrong("unknown-base-item", code.value().substring(19)));
        }
        return body;
    }

    /** What follows from the code may stand in the file, but not against it. */
    private void derive(Row entry, ObjectNode document, ItemCode code, String bodyName) {
        String text = code.value();
        ItemType type = type(text).orElseThrow();
        Map<String, String> expected =
                Map.of("baseCode", text.substring(19), "bodyUscc", text.substring(0, 18), "type", type.chinese());
        expected.forEach((path, value) -> {
            JsonNode given = document.get(path);
            if (given != null && !given.isNull() && !given.asString().equals(value)) {
                wrong(entry, path, new Wrong("disagrees", PlainWords.shown(given.asString()), value));
            }
            document.put(path, value);
        });
        document.put("type", type.name());
        document.put("version", 1);
        document.put("state", ItemState.IN_USE.name());
        document.put("bodyName", bodyName);
        document.put("level", text.charAt(18) - '0');
    }

    private Optional<ServiceItem> item(Map<Sheet, List<Row>> rows, Row entry, ObjectNode document) {
        try {
            ServiceItem item = EntryDocument.read(document, ServiceItem.class);
            if (hasHole(item.form())) {
                wrong(first(rows, Sheet.FORM, entry), new Wrong("form-incomplete"));
                return Optional.empty();
            }
            JsonNode read = EntryDocument.of(item).get(Element.FORM);
            Optional<String> lost = lost(document.get("form"), read);
            if (lost.isPresent()) {
                wrong(first(rows, Sheet.FORM, entry), new Wrong("unknown-element", lost.get()));
                return Optional.empty();
            }
            return Optional.of(item);
        } catch (JacksonException e) {
            boolean hole = e.getCause() instanceof NullPointerException;
            wrong(
                    first(rows, Sheet.FORM, entry),
                    hole ? new Wrong("form-incomplete") : new Wrong("form-unread", place(e)));
            return Optional.empty();
        }
    }

    private static String place(JacksonException e) {
        return PlainWords.shown(e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining(".")));
    }

    /** Whether something is missing in a record that has no missing parts. */
    private static boolean hasHole(Object value) {
        return switch (value) {
            case Collection<?> list -> list.stream().anyMatch(one -> one == null || hasHole(one));
            case Optional<?> perhaps ->
                perhaps.filter(EntryExamination::hasHole).isPresent();
            case Record record ->
                Arrays.stream(record.getClass().getRecordComponents())
                        .map(component -> part(record, component))
                        .anyMatch(one -> one.isEmpty() || hasHole(one.get()));
            default -> false;
        };
    }

    private static Optional<Object> part(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return Optional.ofNullable(component.getAccessor().invoke(record));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A name in the given definition that the form does not know. */
    private static Optional<String> lost(JsonNode given, JsonNode read) {
        if (given.isObject()) {
            for (Map.Entry<String, JsonNode> one : given.properties()) {
                if (!read.has(one.getKey()) && !one.getValue().isNull()) {
                    return Optional.of(PlainWords.shown(one.getKey()));
                }
                Optional<String> below = lost(one.getValue(), read.path(one.getKey()));
                if (below.isPresent()) {
                    return below;
                }
            }
        } else if (given.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                Optional<String> below = lost(given.get(i), read.path(i));
                if (below.isPresent()) {
                    return below;
                }
            }
        }
        return Optional.empty();
    }

    private boolean passesGate(Map<Sheet, List<Row>> rows, ServiceItem item) {
        List<Finding> found = catalogue.findings(item);
        Row entry = rows.getOrDefault(Sheet.ENTRIES, List.of()).getFirst();
        found.forEach(finding -> {
            Wrong wrong = new Wrong("rule." + finding.rule(), PlainWords.shown(finding.detail()));
            Element element = finding.at().orElse(Element.NAME);
            if (Sheet.ENTRIES.columns().stream()
                    .anyMatch(column -> column.path().equals(element.path()))) {
                wrong(entry, element.path(), wrong);
            } else {
                Sheet sheet = Sheet.of(element.path());
                wrong(named(rows, sheet, finding.detail()).orElseGet(() -> first(rows, sheet, entry)), wrong);
            }
        });
        return found.isEmpty();
    }

    /** The row that says what a finding is about. */
    private static Optional<Row> named(Map<Sheet, List<Row>> rows, Sheet sheet, String detail) {
        return rows.getOrDefault(sheet, List.of()).stream()
                .filter(row -> !detail.isEmpty() && says(row, detail))
                .reduce((_, later) -> later);
    }

    private static boolean says(Row row, String detail) {
        return row.values().values().stream()
                .anyMatch(value -> value instanceof Value(JsonNode node)
                        && (node.isString()
                                ? node.asString().equals(detail)
                                : node.toString().contains('"' + detail + '"')));
    }

    private static Row first(Map<Sheet, List<Row>> rows, Sheet sheet, Row otherwise) {
        List<Row> own = rows.getOrDefault(sheet, List.of());
        return own.isEmpty() ? otherwise : own.getFirst();
    }

    /** At the column that tells most of a row. */
    private void wrong(Row row, Wrong wrong) {
        String path = switch (row.sheet()) {
            case ENTRIES, MATERIALS, HANDLING_ITEMS -> "name";
            case SITUATIONS, QUESTIONS -> "question";
            case FORM -> "definition";
        };
        wrong(row, path, wrong);
    }

    private void wrong(Row row, String path, Wrong wrong) {
        Column column = row.sheet().column(path);
        findings.add(places.sheet(row.sheet()), places.cell(row, column), column.header(), wrong);
    }
}

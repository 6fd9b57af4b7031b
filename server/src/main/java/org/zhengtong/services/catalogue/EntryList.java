package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.catalogue.FurtherElements.OnlineDepth;

/**
 * The list of items a city of our kind has, as tables: what the law says of each ({@code entries}), what a guide says
 * ({@code elements, situations, questions}), what people call it ({@code everyday-words}), and what a kind of material
 * or form is like. Together with the city's bodies each becomes a complete implementation entry.
 */
public final class EntryList {
    private static final String FOLDER = "services/catalogue/";
    private static final int CITY_LEVEL = 3;
    private static final String NATION = "000000";
    private static final Map<Element, Inheritance> BASE_RULES = new EnumMap<>(Map.ofEntries(
            Map.entry(Element.NAME, Inheritance.EQUAL),
            Map.entry(Element.AUDIENCE, Inheritance.SUBSET),
            Map.entry(Element.LEGAL_BASIS, Inheritance.PRESET),
            Map.entry(Element.POWER_SOURCE, Inheritance.PRESET),
            Map.entry(Element.STATUTORY_DAYS, Inheritance.EQUAL),
            Map.entry(Element.PROMISED_DAYS, Inheritance.PRESET),
            Map.entry(Element.RESULT, Inheritance.EQUAL),
            Map.entry(Element.LICENCE_TYPE, Inheritance.EQUAL),
            Map.entry(Element.MATERIALS, Inheritance.SUBSET),
            Map.entry(Element.SUMMARY, Inheritance.PRESET),
            Map.entry(Element.EVERYDAY_WORDS, Inheritance.PRESET),
            Map.entry(Element.LIFE_EVENT, Inheritance.PRESET),
            Map.entry(Element.CONDITIONS, Inheritance.PRESET),
            Map.entry(Element.FLOW, Inheritance.PRESET),
            Map.entry(Element.INSTANT, Inheritance.PRESET),
            Map.entry(Element.ONLINE, Inheritance.PRESET),
            Map.entry(Element.ONLINE_DEPTH, Inheritance.PRESET),
            Map.entry(Element.VISITS, Inheritance.PRESET),
            Map.entry(Element.VISIT_REASON, Inheritance.PRESET),
            Map.entry(Element.FEE_STANDARD, Inheritance.PRESET),
            Map.entry(Element.SITUATIONS, Inheritance.PRESET),
            Map.entry(Element.FORM, Inheritance.PRESET),
            Map.entry(Element.QUESTIONS, Inheritance.PRESET)));

    private final PipeTable entries = PipeTable.read(FOLDER + "entries.psv");
    private final PipeTable bundles = PipeTable.read(FOLDER + "bundles.psv");
    private final Map<String, PipeTable.Row> elements = byName(PipeTable.read(FOLDER + "elements.psv"));
    private final Map<String, PipeTable.Row> words = byName(PipeTable.read(FOLDER + "everyday-words.psv"));
    private final MaterialRules materials = new MaterialRules(PipeTable.read(FOLDER + "materials.psv"));
    private final FormRules forms = new FormRules(PipeTable.read(FOLDER + "forms.psv"));
    private final SituationRules situations = new SituationRules(PipeTable.read(FOLDER + "situations.psv"));
    private final HandlingRules handling = new HandlingRules(PipeTable.read(FOLDER + "handling-items.psv"));
    private final Map<String, PipeTable.Row> procedures = byName(PipeTable.read(FOLDER + "special-procedures.psv"));
    private final QuestionRules questions = new QuestionRules(PipeTable.read(FOLDER + "questions.psv"));

    /** The names of the departments that must have a body. */
    public Set<String> departments() {
        return entries.rows().stream()
                .map(row -> row.get("department"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param bodies the city's body for each department */
    public List<ServiceItem> entries(Map<String, Body> bodies) {
        return entries.rows().stream().map(row -> entry(row, bodies)).toList();
    }

    /**
     * The base catalogue these entries implement. What the law settles stays as it is, limits may only be shortened and
     * materials only be left out; the rest is filled in beforehand.
     */
    public List<BaseItem> baseItems(List<ServiceItem> entries) {
        return Stream.concat(
                        entries.stream().map(EntryList::base),
                        PipeTable.read(FOLDER + "base-items.psv").rows().stream()
                                .map(EntryList::unimplemented))
                .toList();
    }

    /** An item nobody implements yet: the base catalogue settles little of it. */
    private static BaseItem unimplemented(PipeTable.Row row) {
        Map<Element, BaseItem.Inherited> elements = new EnumMap<>(Element.class);
        elements.put(Element.NAME, inherited(Inheritance.EQUAL, row.get("name")));
        elements.put(Element.AUDIENCE, inherited(Inheritance.SUBSET, audience(row.list("target"))));
        elements.put(Element.STATUTORY_DAYS, inherited(Inheritance.SUBSET, row.number("statutory_days", 20)));
        elements.put(Element.LEGAL_BASIS, inherited(Inheritance.PRESET, row.list("legal_basis")));
        elements.put(Element.LIFE_EVENT, inherited(Inheritance.PRESET, row.get("life_event")));
        return new BaseItem(row.get("code"), 1, ItemType.named(row.get("type")), row.get("name"), NATION, elements);
    }

    private static BaseItem.Inherited inherited(Inheritance rule, Object value) {
        return new BaseItem.Inherited(rule, EntryDocument.value(value));
    }

    private static BaseItem base(ServiceItem entry) {
        EntryDocument document = EntryDocument.of(entry);
        Map<Element, BaseItem.Inherited> elements = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            Inheritance rule = BASE_RULES.getOrDefault(element, Inheritance.FREE);
            if (rule != Inheritance.FREE) {
                elements.put(element, new BaseItem.Inherited(rule, document.get(element)));
            }
        }
        return new BaseItem(entry.baseCode(), 1, entry.type(), entry.name(), NATION, elements);
    }

    public List<Bundle> bundles(List<ServiceItem> entries) {
        BundleRules rules = new BundleRules(entries, PipeTable.read(FOLDER + "bundle-guide.psv"), this::department);
        return bundles.rows().stream()
                .map(row -> rules.bundle(
                        row,
                        words.containsKey(row.get("name"))
                                ? words.get(row.get("name")).list("words")
                                : List.of(),
                        audience(row.list("target"))))
                .toList();
    }

    private String department(String entry) {
        return entries.rows().stream()
                .filter(row -> row.get("name").equals(entry))
                .map(row -> row.get("department"))
                .findFirst()
                .orElse("");
    }

    private ServiceItem entry(PipeTable.Row row, Map<String, Body> bodies) {
        String name = row.get("name");
        Body body = Optional.ofNullable(bodies.get(row.get("department")))
                .orElseThrow(() -> new IllegalStateException("the city has no body for " + row.get("department")));
        PipeTable.Row element = Optional.ofNullable(elements.get(name))
                .orElseThrow(() -> new IllegalStateException("no elements of " + name));
        ItemType type = ItemType.named(row.get("type"));
        Set<Audience> audience = audience(row.list("target"));
        List<String> law = row.list("legal_basis");
        int promised = row.number("promised_days", 0);
        int visits = element.number("visits", 0);
        boolean instant = promised <= 1 && visits == 0;
        boolean online = !element.yes("in_person");
        Optional<String> licence = MaterialRules.licenceType(row.get("result"));
        List<Material> papers = materials.materials(row.list("materials"), element.list("may_follow"), law.getFirst());
        Form form = forms.form(name, type, audience, row.get("life_event"), papers, licence.isPresent());
        ServiceItem item = new ServiceItem(
                new ItemCode(body.uscc().value() + CITY_LEVEL + row.get("base_code")),
                row.get("base_code"),
                1,
                ItemState.IN_USE,
                type,
                name,
                element.get("summary"),
                words.containsKey(name) ? words.get(name).list("words") : List.of(),
                body.uscc().value(),
                body.name(),
                audience,
                row.get("life_event"),
                law,
                row.get("power_source"),
                CITY_LEVEL,
                element.list("conditions"),
                flow(instant),
                row.number("statutory_days", 20),
                promised,
                instant,
                element.optional("fee"),
                visits,
                element.optional("visit_reason"),
                online,
                visits == 0,
                visits > 0,
                instant,
                body.consultationPhone(),
                body.complaintPhone(),
                body.address(),
                body.openingHours(),
                papers,
                situations.situations(name, papers),
                form,
                row.get("result"),
                licence,
                List.of(),
                handling.items(name),
                FurtherElements.NONE
                        .withOnlineDepth(depth(online, visits))
                        .with(procedures(name), levels(name), renewal(name)));
        return item.withQuestions(questions.questions(item));
    }

    /** Such as {@code INSPECTION:5}: the kind and its working days. */
    private List<SpecialProcedure> procedures(String name) {
        return Optional.ofNullable(procedures.get(name)).map(row -> row.list("procedures")).orElse(List.of()).stream()
                .map(text -> text.split(":"))
                .map(parts -> new SpecialProcedure(SpecialProcedure.Kind.valueOf(parts[0]), Integer.parseInt(parts[1])))
                .toList();
    }

    private List<String> levels(String name) {
        return Optional.ofNullable(procedures.get(name))
                .map(row -> row.list("sign_off"))
                .orElse(List.of());
    }

    private Optional<String> renewal(String name) {
        return Optional.ofNullable(procedures.get(name)).flatMap(row -> row.optional("renewal"));
    }

    private static OnlineDepth depth(boolean online, int visits) {
        if (!online) {
            return OnlineDepth.INFORMATION;
        }
        return visits == 0 ? OnlineDepth.WHOLE : OnlineDepth.ACCEPTANCE;
    }

    private static List<String> flow(boolean instant) {
        return List.of("申请", "受理", instant ? "当场审查" : "审查", "决定", "办结", "送达");
    }

    private static Set<Audience> audience(List<String> targets) {
        Set<Audience> audience = EnumSet.noneOf(Audience.class);
        for (String target : targets) {
            audience.add(target.equals("法人") ? Audience.FIRM : Audience.PERSON);
        }
        return audience;
    }

    private static Map<String, PipeTable.Row> byName(PipeTable table) {
        Map<String, PipeTable.Row> rows = new LinkedHashMap<>();
        for (PipeTable.Row row : table.rows()) {
            if (rows.put(row.get("name"), row) != null) {
                throw new IllegalStateException("twice in one table: " + row.get("name"));
            }
        }
        return rows;
    }

    /** The names in the tables that no entry has: a table row nobody reads is a mistake in a name. */
    List<String> namesWithoutEntry() {
        Set<String> known = new LinkedHashSet<>();
        entries.rows().forEach(row -> known.add(row.get("name")));
        bundles.rows().forEach(row -> known.add(row.get("name")));
        List<String> strays = new ArrayList<>();
        strays.addAll(elements.keySet());
        strays.addAll(words.keySet());
        strays.addAll(forms.itemsWithOwnSections());
        strays.addAll(situations.items());
        strays.addAll(handling.entries());
        strays.addAll(questions.items());
        strays.removeAll(known);
        return strays;
    }
}

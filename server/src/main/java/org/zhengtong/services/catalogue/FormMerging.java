package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhengtong.services.catalogue.Form.Condition;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Prefill;
import org.zhengtong.services.catalogue.Form.Section;

/** Puts the forms of several items together, item after item. */
final class FormMerging {
    /** A page being filled. */
    private static final class Page {
        private final Section head;
        private final Map<String, Field> fields = new LinkedHashMap<>();

        Page(Section head) {
            this.head = head;
        }

        Section section() {
            return new Section(head.id(), head.title(), List.copyOf(fields.values()), head.shownWhen(), head.repeat());
        }
    }

    private final List<Page> pages = new ArrayList<>();
    private final Map<String, Page> home = new HashMap<>();

    /** The names under which a question called so is asked: more than one when it means different things. */
    private final Map<String, List<String>> variants = new HashMap<>();

    private final Set<String> taken = new HashSet<>();
    private final List<MergedForm.Use> uses = new ArrayList<>();
    private final List<MergedForm.Settled> settled = new ArrayList<>();
    private final List<MergedForm.Conflict> conflicts = new ArrayList<>();

    private FormMerging() {}

    static MergedForm of(ItemOrder order) {
        FormMerging merging = new FormMerging();
        List<ServiceItem> items = order.inOrder();
        for (ServiceItem item : items) {
            merging.new OfItem(item, items.indexOf(item) + 1, order.before(item)).add();
        }
        return new MergedForm(
                new Form(merging.pages.stream().map(Page::section).toList()),
                List.copyOf(merging.uses),
                List.copyOf(merging.settled),
                List.copyOf(merging.conflicts));
    }

    /** One item's form on its way into the merged one. */
    private final class OfItem {
        private final ServiceItem item;
        private final int number;
        private final Set<ServiceItem> before;

        /** Fields that another one's being asked hangs on. */
        private final Set<String> conditions = new HashSet<>();

        /** The item's name of a question → the name under which it is asked. */
        private final Map<String, String> names = new HashMap<>();

        OfItem(ServiceItem item, int number, Set<ServiceItem> before) {
            this.item = item;
            this.number = number;
            this.before = before;
            item.form().sections().stream()
                    .flatMap(section -> Stream.concat(
                            section.shownWhen().stream(),
                            section.fields().stream().flatMap(field -> field.shownWhen().stream())))
                    .forEach(condition -> conditions.add(condition.field()));
        }

        void add() {
            for (Section section : item.form().sections()) {
                if (section.repeat().isPresent()) {
                    repeated(section);
                } else {
                    once(section);
                }
            }
        }

        private void once(Section section) {
            Optional<Condition> when = section.shownWhen().map(this::renamed);
            List<Field> fresh = new ArrayList<>();
            List<Field> apart = new ArrayList<>();
            for (Field field : section.fields()) {
                Optional<MergedForm.Settled> licence = settledBy(field);
                if (licence.isPresent()) {
                    settled.add(licence.get());
                    continue;
                }
                Field asked = field.as(field.id(), field.shownWhen().map(this::renamed));
                if (join(asked, when)) {
                    continue;
                }
                boolean conflict = taken.contains(field.id());
                Field own = conflict ? asked.as(free(field.id()), asked.shownWhen()) : asked;
                boolean behind = own.shownWhen()
                        .filter(condition ->
                                apart.stream().anyMatch(one -> one.id().equals(condition.field())))
                        .isPresent();
                (conflict || behind ? apart : fresh).add(own);
                ask(field, own.id());
            }
            place(section.id(), section.title(), when, fresh);
            place(section.id() + "_" + number, section.title() + " · " + item.name(), when, apart);
        }

        private void ask(Field field, String name) {
            taken.add(name);
            names.put(field.id(), name);
            variants.computeIfAbsent(field.id(), any -> new ArrayList<>()).add(name);
            uses.add(new MergedForm.Use(name, item, field.id(), Optional.empty(), Optional.empty()));
            if (!name.equals(field.id())) {
                conflicts.add(new MergedForm.Conflict(item, field, name));
            }
        }

        /** Whether the question is asked already, or one that asks for more can take its place. */
        private boolean join(Field asked, Optional<Condition> when) {
            for (String name : variants.getOrDefault(asked.id(), List.of())) {
                Page page = home.get(name);
                if (page == null || !Sameness.isAskedWithin(page.head.shownWhen(), when)) {
                    continue;
                }
                Field there = page.fields.get(name);
                if (there == null || !Sameness.meanTheSame(there, asked)) {
                    continue;
                }
                if (Sameness.serves(there, asked)) {
                    found(asked.id(), name);
                    return true;
                }
                if (Sameness.serves(asked, there)) {
                    page.fields.put(name, asked.as(name, asked.shownWhen()));
                    found(asked.id(), name);
                    return true;
                }
            }
            return false;
        }

        private void found(String field, String name) {
            names.put(field, name);
            uses.add(new MergedForm.Use(name, item, field, Optional.empty(), Optional.empty()));
        }

        private void repeated(Section section) {
            Section asked = inOwnNames(section, section.id());
            for (Page page : pages) {
                if (page.section().equals(asked)) {
                    entries(section, page.head.id(), Field::id);
                    return;
                }
            }
            String id = taken.contains(section.id()) || pageNamed(section.id()) ? free(section.id()) : section.id();
            taken.add(id);
            for (Field field : section.fields()) {
                String name = taken.contains(field.id()) ? free(field.id()) : field.id();
                taken.add(name);
                names.put(field.id(), name);
                if (!name.equals(field.id())) {
                    conflicts.add(new MergedForm.Conflict(item, field, name));
                }
            }
            Section own = inOwnNames(section, id);
            Page page = new Page(own);
            pages.add(page);
            own.fields().forEach(field -> {
                page.fields.put(field.id(), field);
                home.put(field.id(), page);
            });
            entries(section, id, field -> names.getOrDefault(field.id(), field.id()));
        }

        private void entries(Section section, String merged, Function<Field, String> name) {
            section.fields()
                    .forEach(field -> uses.add(new MergedForm.Use(
                            name.apply(field), item, field.id(), Optional.of(merged), Optional.of(section.id()))));
        }

        private Section inOwnNames(Section section, String id) {
            List<Field> fields = section.fields().stream()
                    .map(field -> field.as(
                            names.getOrDefault(field.id(), field.id()),
                            field.shownWhen().map(this::renamed)))
                    .toList();
            return new Section(id, section.title(), fields, section.shownWhen().map(this::renamed), section.repeat());
        }

        private Condition renamed(Condition condition) {
            return new Condition(names.getOrDefault(condition.field(), condition.field()), condition.answers());
        }

        private Optional<MergedForm.Settled> settledBy(Field field) {
            return field.prefill()
                    .filter(Prefill.FromLicence.class::isInstance)
                    .map(Prefill.FromLicence.class::cast)
                    .filter(_ -> !conditions.contains(field.id()))
                    .flatMap(licence -> before.stream()
                            .filter(first -> first.licenceType()
                                    .filter(licence.licenceType()::equals)
                                    .isPresent())
                            .findFirst()
                            .map(first -> new MergedForm.Settled(item, field, first, licence)));
        }
    }

    /** On the page of the same name when what the fields hang on stands there or before, else on a page at the end. */
    private void place(String id, String title, Optional<Condition> when, List<Field> fields) {
        if (fields.isEmpty()) {
            return;
        }
        Page page = pages.stream()
                .filter(one -> one.head.title().equals(title)
                        && one.head.repeat().isEmpty()
                        && one.head.shownWhen().equals(when)
                        && fields.stream().allMatch(field -> standsBefore(field, fields, one)))
                .findFirst()
                .orElseGet(() -> added(pageNamed(id) || taken.contains(id) ? free(id) : id, title, when));
        for (Field field : fields) {
            page.fields.put(field.id(), field);
            home.put(field.id(), page);
        }
    }

    private Page added(String id, String title, Optional<Condition> when) {
        Page page = new Page(new Section(id, title, List.of(), when, Optional.empty()));
        pages.add(page);
        return page;
    }

    private boolean standsBefore(Field field, List<Field> together, Page page) {
        return field.shownWhen()
                .map(Condition::field)
                .map(name -> together.stream().anyMatch(one -> one.id().equals(name))
                        || (home.containsKey(name) && pages.indexOf(home.get(name)) <= pages.indexOf(page)))
                .orElse(true);
    }

    private boolean pageNamed(String id) {
        return pages.stream().anyMatch(page -> page.head.id().equals(id));
    }

    private String free(String name) {
        int number = 2;
        while (taken.contains(name + "_" + number) || pageNamed(name + "_" + number)) {
            number++;
        }
        return name + "_" + number;
    }
}

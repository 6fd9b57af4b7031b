package org.zhengtong.services.editing.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhengtong.ground.language.SimpleName;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.Form.Field;
import org.zhengtong.services.catalogue.Form.Section;
import org.zhengtong.services.catalogue.FormBlock;

/** Forms with one thing changed. */
final class FormChange {
    private FormChange() {}

    static Form with(Form form, String id, Section section) {
        return new Form(ListOrder.with(form.sections(), one -> one.id().equals(id), section));
    }

    static Form moved(Form form, String section, boolean up) {
        return new Form(ListOrder.moved(form.sections(), one -> one.id().equals(section), up));
    }

    static Form without(Form form, String section) {
        return new Form(ListOrder.without(form.sections(), one -> one.id().equals(section)));
    }

    /** In its place, or at the end of the section it is to stand in. */
    static Form with(Form form, String section, Field field) {
        boolean stays = form.sectionOf(field.id())
                .filter(one -> one.id().equals(section))
                .isPresent();
        return new Form(form.sections().stream()
                .map(one -> {
                    if (one.id().equals(section)) {
                        return with(one, ListOrder.with(one.fields(), other -> is(other, field.id()), field));
                    }
                    return stays ? one : with(one, ListOrder.without(one.fields(), other -> is(other, field.id())));
                })
                .toList());
    }

    static Form fieldMoved(Form form, String field, boolean up) {
        return new Form(form.sections().stream()
                .map(one -> with(one, ListOrder.moved(one.fields(), other -> is(other, field), up)))
                .toList());
    }

    static Form fieldWithout(Form form, String field) {
        return new Form(form.sections().stream()
                .map(one -> with(one, ListOrder.without(one.fields(), other -> is(other, field))))
                .toList());
    }

    /** The same question once more, right behind, under a name of its own. */
    static Form fieldCopied(Form form, String field) {
        return new Form(form.sections().stream()
                .map(section -> {
                    List<Field> fields = new ArrayList<>();
                    for (Field one : section.fields()) {
                        fields.add(one);
                        if (is(one, field)) {
                            fields.add(withId(one, freshId(form, one.id(), "field")));
                        }
                    }
                    return with(section, fields);
                })
                .toList());
    }

    /** Who applies comes first, everything else last. Nothing when a name in it is taken. */
    static Optional<Form> withBlock(Form form, FormBlock block) {
        Set<String> names = new TreeSet<>();
        block.sections().forEach(section -> {
            names.add(section.id());
            section.fields().forEach(field -> names.add(field.id()));
        });
        names.retainAll(ids(form));
        if (!names.isEmpty()) {
            return Optional.empty();
        }
        List<Section> sections = new ArrayList<>(form.sections());
        sections.addAll(block.isApplicant() ? 0 : sections.size(), block.sections());
        return Optional.of(new Form(sections));
    }

    /** A name nothing in the form has; {@code new} is taken by the addresses of the editor. */
    static String freshId(Form form, String label, String otherwise) {
        Set<String> taken = new TreeSet<>(ids(form));
        taken.add(ListEditing.NEW);
        return SimpleName.of(label, otherwise, taken);
    }

    static Collection<String> ids(Form form) {
        Set<String> ids = new TreeSet<>();
        form.sections().forEach(section -> {
            ids.add(section.id());
            section.fields().forEach(field -> ids.add(field.id()));
        });
        return ids;
    }

    static Section with(Section section, List<Field> fields) {
        return new Section(section.id(), section.title(), fields, section.shownWhen(), section.repeat());
    }

    private static Field withId(Field field, String id) {
        return new Field(
                id,
                field.kind(),
                field.label(),
                field.hint(),
                field.required(),
                field.most(),
                field.options(),
                field.shownWhen(),
                field.prefill(),
                field.checks());
    }

    private static boolean is(Field field, String id) {
        return field.id().equals(id);
    }
}

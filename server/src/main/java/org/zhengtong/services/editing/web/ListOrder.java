package org.zhengtong.services.editing.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Lists with one member put, moved or taken out. */
final class ListOrder {
    private ListOrder() {}

    static <T> int indexOf(List<T> list, Predicate<T> which) {
        for (int i = 0; i < list.size(); i++) {
            if (which.test(list.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** In the place of the one it stands for, or at the end. */
    static <T> List<T> with(List<T> list, Predicate<T> which, T member) {
        List<T> changed = new ArrayList<>(list);
        int at = indexOf(list, which);
        if (at < 0) {
            changed.add(member);
        } else {
            changed.set(at, member);
        }
        return List.copyOf(changed);
    }

    static <T> List<T> without(List<T> list, Predicate<T> which) {
        return list.stream().filter(which.negate()).toList();
    }

    /** One step up or down; at the end of the list it stays. */
    static <T> List<T> moved(List<T> list, Predicate<T> which, boolean up) {
        List<T> changed = new ArrayList<>(list);
        int at = indexOf(list, which);
        int to = up ? at - 1 : at + 1;
        if (at >= 0 && to >= 0 && to < list.size()) {
            changed.add(to, changed.remove(at));
        }
        return List.copyOf(changed);
    }

    /** The next free of {@code m1}, {@code m2}, … */
    static String nextId(String letter, Collection<String> taken) {
        int highest = taken.stream()
                .filter(id -> id.matches(letter + "[0-9]{1,6}"))
                .map(id -> Integer.parseInt(id.substring(letter.length())))
                .max(Comparator.naturalOrder())
                .orElse(0);
        return letter + (highest + 1);
    }
}

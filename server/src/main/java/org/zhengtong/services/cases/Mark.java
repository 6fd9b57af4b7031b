package org.zhengtong.services.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A rectangle on a page of something handed in, with what is wrong there.
 *
 * @param page counts from 1; an image is one page
 * @param left of the rectangle, as {@code top}, {@code width} and {@code height} in percent of the page
 */
public record Mark(UUID file, int page, double left, double top, double width, double height, String words) {
    private static final double WHOLE = 100;
    private static final double LEAST = 0.5;

    /** Whether it lies on the page and can be seen. */
    public boolean isOnPage() {
        return page >= 1
                && left >= 0
                && top >= 0
                && width >= LEAST
                && height >= LEAST
                && left + width <= WHOLE
                && top + height <= WHOLE;
    }

    /** A page with the marks on it, numbered in the order they were made. */
    public record Sheet(UUID file, int page, List<Mark> marks) {
        public Sheet {
            marks = List.copyOf(marks);
        }
    }

    /** The pages that are marked, in the order of their first mark. */
    public static List<Sheet> sheets(List<Mark> marks) {
        Map<String, List<Mark>> pages = new LinkedHashMap<>();
        marks.forEach(mark -> pages.computeIfAbsent(mark.file() + "/" + mark.page(), _ -> new ArrayList<>())
                .add(mark));
        return pages.values().stream()
                .map(on -> new Sheet(on.getFirst().file(), on.getFirst().page(), on))
                .toList();
    }
}

package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A plan as a drawing: a column for each step, a box for each item, an arrow for each wait. Measured in sixteenths of
 * the letters' size, so that it grows with them. An arrow that passes a column keeps a lane there between the boxes.
 */
public record PlanPicture(int width, int height, List<Column> columns, List<Box> boxes, List<Arrow> arrows) {
    private static final int BOX = 196;
    private static final int GAP = 72;
    private static final int ROW = 20;
    private static final int LANE = 14;
    private static final int EDGE = 8;
    private static final int HEAD = 34;
    private static final int LINE = 19;
    private static final int PADDING = 13;

    /** How many Chinese characters stand in a line of a box, and how many lines a name may take. */
    private static final int CHARACTERS = 12;

    private static final int MOST_LINES = 3;

    /** @param number of the step, from 1 */
    public record Column(int number, int x) {
        public int width() {
            return BOX;
        }
    }

    /**
     * An item.
     *
     * @param lines its name, broken into lines
     * @param longest whether a day less here is a day less for the whole
     */
    public record Box(ServiceItem item, List<String> lines, int x, int y, int height, boolean lead, boolean longest) {
        public int width() {
            return BOX;
        }

        /** Where a line of text stands, the lines after the name included. */
        public int baseline(int line) {
            return y + PADDING + LINE * line + 14;
        }
    }

    /**
     * A wait.
     *
     * @param said whether it is only said and nothing handed on
     * @param circle whether it is part of a circle, and so leads nowhere
     */
    public record Arrow(
            ServiceItem first, ServiceItem then, String path, boolean said, boolean longest, boolean circle) {}

    /** What takes a place in a column: an item, or an arrow that passes. */
    private record Cell(String key, int height) {}

    public static PlanPicture of(BundlePlan plan) {
        return new Drawing(plan).picture();
    }

    public boolean isEmpty() {
        return boxes.isEmpty();
    }

    /** In sizes of a letter, for the width of the drawing. */
    public String em() {
        return String.format(Locale.ROOT, "%.2fem", width / 16.0);
    }

    private static final class Drawing {
        private final BundlePlan plan;
        private final List<List<Cell>> columns = new ArrayList<>();
        private final Map<String, Integer> middles = new HashMap<>();
        private final Map<ItemCode, Integer> stepOf = new HashMap<>();
        private final Map<String, ItemOrder.Dependency> arrows = new LinkedHashMap<>();
        private final Set<ServiceItem> longest;
        private int height;

        Drawing(BundlePlan plan) {
            this.plan = plan;
            this.longest = plan.order().longestWay();
            List<List<ServiceItem>> steps = plan.order().steps();
            for (int i = 0; i < steps.size(); i++) {
                for (ServiceItem item : steps.get(i)) {
                    stepOf.put(item.code(), i);
                }
            }
            plan.order()
                    .dependencies()
                    .forEach(one ->
                            arrows.merge(one.first().code() + ">" + one.then().code(), one, (a, b) -> a));
            for (int i = 0; i < steps.size(); i++) {
                columns.add(cells(i, steps.get(i)));
            }
            height = columns.stream().mapToInt(Drawing::height).max().orElse(0);
            columns.forEach(this::place);
        }

        /** Near what they come from: fewer arrows cross. */
        private List<Cell> cells(int step, List<ServiceItem> items) {
            List<Cell> cells = new ArrayList<>();
            items.forEach(item -> cells.add(new Cell(item.code().value(), boxHeight(item))));
            arrows.forEach((key, arrow) -> {
                if (at(arrow.first()) < step && step < at(arrow.then())) {
                    cells.add(new Cell(key + "@" + step, LANE));
                }
            });
            Map<String, Double> wish = new HashMap<>();
            for (Cell cell : cells) {
                wish.put(cell.key(), wish(cell, step));
            }
            cells.sort(Comparator.comparingDouble(cell -> wish.getOrDefault(cell.key(), 0.0)));
            return cells;
        }

        private double wish(Cell cell, int step) {
            if (step == 0) {
                return 0;
            }
            List<Cell> before = columns.get(step - 1);
            return arrows.entrySet().stream()
                    .filter(arrow -> cell.key().equals(arrow.getKey() + "@" + step)
                            || cell.key().equals(arrow.getValue().then().code().value()))
                    .mapToDouble(arrow -> {
                        for (int i = 0; i < before.size(); i++) {
                            String key = before.get(i).key();
                            if (key.equals(arrow.getKey() + "@" + (step - 1))
                                    || key.equals(
                                            arrow.getValue().first().code().value())) {
                                return i;
                            }
                        }
                        return before.size();
                    })
                    .average()
                    .orElse(before.size());
        }

        private static int height(List<Cell> column) {
            return column.stream().mapToInt(cell -> cell.height() + ROW).sum() - ROW;
        }

        private void place(List<Cell> column) {
            int y = HEAD + (height - height(column)) / 2;
            for (Cell cell : column) {
                middles.put(cell.key(), y + cell.height() / 2);
                y += cell.height() + ROW;
            }
        }

        PlanPicture picture() {
            List<Column> heads = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                heads.add(new Column(i + 1, x(i)));
            }
            List<Box> boxes = plan.order().inOrder().stream().map(this::box).toList();
            List<Arrow> drawn = arrows.entrySet().stream()
                    .map(arrow -> arrow(arrow.getKey(), arrow.getValue()))
                    .toList();
            int room = drawn.stream().anyMatch(Arrow::circle) ? GAP / 2 : 0;
            int width = Math.max(0, columns.size() * (BOX + GAP) - GAP) + 2 * EDGE + room;
            return new PlanPicture(width, HEAD + height + EDGE, heads, boxes, drawn);
        }

        private Box box(ServiceItem item) {
            int tall = boxHeight(item);
            return new Box(
                    item,
                    lines(item.name()),
                    x(at(item)),
                    middle(item.code().value()) - tall / 2,
                    tall,
                    plan.bundle().leadBody().filter(item.bodyUscc()::equals).isPresent(),
                    longest.contains(item));
        }

        private Arrow arrow(String key, ItemOrder.Dependency dependency) {
            int from = at(dependency.first());
            int to = at(dependency.then());
            int x = x(from) + BOX;
            int y = middle(dependency.first().code().value());
            boolean circle = from >= to;
            StringBuilder path = new StringBuilder("M" + x + " " + y);
            if (circle) {
                int end = x(to) + BOX;
                int toY = middle(dependency.then().code().value());
                path.append(" C" + (x + GAP / 2) + " " + y + " " + (end + GAP / 2) + " " + toY + " " + (end + 7) + " "
                        + toY);
            } else {
                passColumns(path, key, dependency);
            }
            boolean onWay = !circle && longest.contains(dependency.first()) && longest.contains(dependency.then());
            return new Arrow(
                    dependency.first(),
                    dependency.then(),
                    path.toString(),
                    dependency.material().isEmpty(),
                    onWay,
                    circle);
        }

        private void passColumns(StringBuilder path, String key, ItemOrder.Dependency dependency) {
            int to = at(dependency.then());
            int x = x(at(dependency.first())) + BOX;
            int y = middle(dependency.first().code().value());
            for (int step = at(dependency.first()) + 1; step < to; step++) {
                int lane = middle(key + "@" + step);
                curve(path, x, y, x(step), lane);
                path.append(" H").append(x(step) + BOX);
                x = x(step) + BOX;
                y = lane;
            }
            curve(path, x, y, x(to) - 7, middle(dependency.then().code().value()));
        }

        private static void curve(StringBuilder path, int x, int y, int toX, int toY) {
            int middle = (x + toX) / 2;
            path.append(" C" + middle + " " + y + " " + middle + " " + toY + " " + toX + " " + toY);
        }

        private int middle(String key) {
            return middles.getOrDefault(key, 0);
        }

        private int at(ServiceItem item) {
            return stepOf.getOrDefault(item.code(), 0);
        }

        private static int x(int step) {
            return EDGE + step * (BOX + GAP);
        }

        private static int boxHeight(ServiceItem item) {
            return 2 * PADDING + LINE * (lines(item.name()).size() + 2);
        }
    }

    /** Broken so that it fits the box; Latin letters are half as wide. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double wide = 0;
        for (int character : text.codePoints().toArray()) {
            double width = character < 0x2E80 ? 0.6 : 1;
            if (wide + width > CHARACTERS) {
                lines.add(line.toString());
                line.setLength(0);
                wide = 0;
            }
            line.appendCodePoint(character);
            wide += width;
        }
        lines.add(line.toString());
        if (lines.size() <= MOST_LINES) {
            return List.copyOf(lines);
        }
        String last = lines.get(MOST_LINES - 1);
        List<String> cut = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        cut.add(last.substring(0, last.offsetByCodePoints(last.length(), -1)) + "…");
        return List.copyOf(cut);
    }
}

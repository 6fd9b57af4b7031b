package org.zhengtong.bench;

import java.util.List;

/** How long pages take at fifty requests a second. */
final class PagesMeasure implements Measure {
    private static final int A_SECOND = 50;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 20;
    private static final double GOAL = 50;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Figure> take(Workshop workshop) throws Exception {
        try (Program program = workshop.city()) {
            Visits visits;
            try (Caller caller = program.caller()) {
                visits = Visits.of(caller);
            }
            Load load = new Load(program, A_SECOND);
            load.run(visits.items(), WARM_UP_SECONDS);
            load.run(visits.searches(), WARM_UP_SECONDS);
            double plain = load.run(List.of("/zt.css"), SECONDS);
            double items = load.run(visits.items(), SECONDS);
            double searches = load.run(visits.searches(), SECONDS);
            String meaning = ": milliseconds 95 of 100 are answered within, at " + A_SECOND
                    + " requests a second; reference: the style sheet at the same pace";
            return List.of(
                    Figure.atMost("pages-item", GOAL, items, plain, "pages-item" + meaning),
                    Figure.atMost("pages-search", GOAL, searches, plain, "pages-search" + meaning),
                    Figure.atMost(
                            "pages", GOAL, Math.max(items, searches), plain, "pages: the slower of the two" + meaning));
        }
    }
}

package org.zhengtong.bench;

import java.util.List;

/** Filing cases by API beside pgbench sending the same statements to the same server. */
final class FilingMeasure implements Measure {
    @Override
    public String name() {
        return "filing";
    }

    @Override
    public List<Figure> take(Workshop workshop) {
        throw new UnsupportedOperationException("not yet");
    }
}

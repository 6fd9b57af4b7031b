package org.zhengtong.bench;

import java.util.List;

/** Something the program promises in figures. */
interface Measure {
    /** As typed behind {@code ./zt bench}. */
    String name();

    List<Figure> take(Workshop workshop) throws Exception;
}

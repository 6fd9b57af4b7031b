package org.zhengtong.services.window;

import java.util.Optional;

/** What a clerk typed to begin serving somebody. */
public record NewVisit(Visit.Way way, String who, String purpose, Optional<String> ticket) {
    /** A number or a telephone stands in it. */
    @Override
    public String toString() {
        return "NewVisit[" + way + "]";
    }
}

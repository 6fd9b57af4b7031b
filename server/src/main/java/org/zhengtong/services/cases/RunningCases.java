package org.zhengtong.services.cases;

import java.util.List;

/** @param total how many there are on all pages */
public record RunningCases(List<RunningCase> rows, int total) {
    public RunningCases {
        rows = List.copyOf(rows);
    }
}

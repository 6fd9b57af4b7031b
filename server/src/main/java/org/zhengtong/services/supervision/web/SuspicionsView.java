package org.zhengtong.services.supervision.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.services.supervision.Pattern;
import org.zhengtong.services.supervision.SuspicionFilter;
import org.zhengtong.services.supervision.Suspicions;

/** All patterns found. */
public record SuspicionsView(Suspicions.Found found, SuspicionFilter filter) {
    public int pages() {
        return Math.max(1, Math.ceilDiv(found.total(), SuspicionFilter.PAGE_SIZE));
    }

    public String address(Optional<Pattern> pattern, boolean open, int page) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("pattern", pattern.map(Enum::name).orElse(""));
        parts.put("show", open ? "" : "all");
        parts.put("page", page == 1 ? "" : Integer.toString(page));
        return Choices.address("/desk/supervision/suspicions", parts);
    }
}

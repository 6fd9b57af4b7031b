package org.zhengtong.services.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.transfer.CaseExchange;
import org.zhengtong.services.transfer.CaseExchange.Selection;

/** Cases for the platform above, for the programs of staff. */
@Tag(name = "Transfer")
@RestController
@RequestMapping("/api/v1/transfer/cases")
class CaseExchangeApi {
    private final CaseExchange exchange;

    CaseExchangeApi(CaseExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * @param from the first day, with {@code until}; or {@code since}
     * @param until the last day
     * @param since the number the last export ended with
     * @param purpose what for; needed where persons are named, and kept in the audit log
     * @param table one table as CSV, or {@code MISFITS}; all tables line by line when absent
     */
    @Operation(summary = "Cases in the exchange tables of a platform above, by day or since a number, streamed")
    @GetMapping("/{profile}")
    void export(
            StaffMember staff,
            @PathVariable String profile,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until,
            @RequestParam Optional<Long> since,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String table,
            HttpServletResponse answer)
            throws IOException {
        Selection selection = since.<Selection>map(Selection.Since::new)
                .or(() -> from.flatMap(first -> until.map(last -> new Selection.Days(first, last))))
                .orElseThrow(() -> new Problem(400, "value-missing", "since"));
        CaseExchangePages.write(exchange, staff, profile, selection, purpose, table, answer);
    }
}

package org.zhengtong.services.transfer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.transfer.CaseExchange;
import org.zhengtong.services.transfer.CaseExchange.Selection;
import org.zhengtong.services.transfer.CaseProfile;
import org.zhengtong.services.transfer.Format;

/** Cases in the national exchange tables: what fits, what does not, and the files. */
@Controller
class CaseExchangePages {
    private static final String ALL = "";
    private final CaseExchange exchange;
    private final Clock clock;

    CaseExchangePages(CaseExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    @GetMapping("/desk/transfer/cases")
    String report(
            Model model,
            StaffMember staff,
            @RequestParam(defaultValue = "") String profile,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> until,
            @RequestParam(defaultValue = "") String purpose) {
        long newest = exchange.newest(staff);
        CaseProfile chosen = profile.isEmpty() ? exchange.profiles().getFirst() : exchange.profile(profile);
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Page.ZONE).minusDays(1);
        Selection.Days days = new Selection.Days(from.orElse(yesterday), until.orElse(yesterday));
        model.addAttribute(
                "view",
                new CaseExchangeView(
                        exchange.profiles(),
                        chosen,
                        days.from(),
                        days.until(),
                        purpose,
                        newest,
                        profile.isEmpty() ? Optional.empty() : Optional.of(exchange.report(staff, chosen, days))));
        return "services/transfer/case-exchange";
    }

    /** @param table one of the profile's, or the misfits; empty for all, line by line */
    @GetMapping("/desk/transfer/files/cases")
    void file(
            StaffMember staff,
            @RequestParam String profile,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = ALL) String table,
            HttpServletResponse answer)
            throws IOException {
        write(exchange, staff, profile, new Selection.Days(from, until), purpose, table, answer);
    }

    static void write(
            CaseExchange exchange,
            StaffMember staff,
            String profile,
            Selection selection,
            String purpose,
            String table,
            HttpServletResponse answer)
            throws IOException {
        CaseExchange.Order order = new CaseExchange.Order(exchange.profile(profile), selection, purpose);
        // who may not is refused before the answer begins
        exchange.allow(staff, order);
        if (table.isEmpty()) {
            FileAnswer.begin(answer, Format.NDJSON.mediaType(), "cases-" + profile + ".ndjson");
            exchange.lines(staff, order, answer.getOutputStream());
        } else {
            FileAnswer.begin(answer, "text/csv; charset=UTF-8", table + ".csv");
            exchange.table(staff, order, table, answer.getOutputStream());
        }
    }
}

package org.zhengtong.services.transfer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.files.FileAnswer;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.transfer.Exchange;
import org.zhengtong.services.transfer.Format;
import org.zhengtong.services.transfer.Profile;

/** The national exchange tables: what fits, what does not, and the files. */
@Controller
class ExchangePages {
    private static final int SHOWN = 100;
    private final Exchange exchange;

    ExchangePages(Exchange exchange) {
        this.exchange = exchange;
    }

    @GetMapping("/desk/transfer/exchange/{profile}")
    String report(Model model, StaffMember staff, @PathVariable String profile) {
        Profile chosen = exchange.profile(profile);
        Exchange.Report report = exchange.report(staff, chosen);
        model.addAttribute(
                "view",
                new ExchangeView(
                        chosen,
                        report.fitting(),
                        report.leftOut(),
                        report.misfits().stream().limit(SHOWN).toList(),
                        report.misfits().size()));
        return "services/transfer/exchange";
    }

    @GetMapping("/desk/transfer/files/exchange/{profile}")
    void file(
            StaffMember staff,
            @PathVariable String profile,
            @RequestParam(defaultValue = "XLSX") String format,
            HttpServletResponse answer)
            throws IOException {
        write(exchange, staff, profile, format, answer);
    }

    static void write(Exchange exchange, StaffMember staff, String profile, String format, HttpServletResponse answer)
            throws IOException {
        Profile chosen = exchange.profile(profile);
        Format wanted = Download.format(format);
        // who may not is refused before the answer begins
        exchange.allow(staff);
        FileAnswer.begin(answer, wanted.mediaType(), chosen.id() + "." + wanted.ending());
        exchange.write(staff, chosen, wanted, answer.getOutputStream());
    }
}

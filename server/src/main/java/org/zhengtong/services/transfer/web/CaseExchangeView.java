package org.zhengtong.services.transfer.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhengtong.services.transfer.CaseExchange;
import org.zhengtong.services.transfer.CaseProfile;

/**
 * @param newest the number from which programs go on
 * @param report what would fit, when it was asked for
 */
public record CaseExchangeView(
        List<CaseProfile> profiles,
        CaseProfile profile,
        LocalDate from,
        LocalDate until,
        String purpose,
        long newest,
        Optional<CaseExchange.Report> report) {
    public String file() {
        return "/desk/transfer/files/cases";
    }
}

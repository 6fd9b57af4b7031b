package org.zhengtong.services.catalogue.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.MaterialReport;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Stewardship;

/** What those who keep the catalogue look at to ask people for less. */
@Controller
class ReportPages {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final List<String> COLUMNS =
            List.of("material", "law", "issuer", "licence", "count", "items", "codes");
    /** Tells spreadsheets that the file is in UTF-8. */
    private static final String MARK = "\uFEFF";

    private final Catalogue catalogue;
    private final Organisation organisation;
    private final MessageSource messages;

    ReportPages(Catalogue catalogue, Organisation organisation, MessageSource messages) {
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.messages = messages;
    }

    @GetMapping("/desk/reports/materials")
    String materials(Model model, StaffMember staff) {
        model.addAttribute("view", new MaterialReportView(report(staff)));
        return "services/catalogue/materialreport";
    }

    @GetMapping("/desk/reports/materials.csv")
    ResponseEntity<String> materialsAsCsv(StaffMember staff, Locale locale) {
        String heading = COLUMNS.stream()
                .map(column -> word("catalogue.reports.column." + column, locale))
                .collect(Collectors.joining(","));
        String lines = report(staff).issued().stream().map(ReportPages::line).collect(Collectors.joining("\r\n"));
        ContentDisposition name = ContentDisposition.attachment()
                .filename(word("catalogue.reports.materials", locale) + ".csv", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(MARK + heading + "\r\n" + lines + "\r\n");
    }

    private MaterialReport report(StaffMember staff) {
        if (!staff.has(Role.CATALOGUE)) {
            throw new Problem(403, "catalogue-not-yours");
        }
        List<ServiceItem> seen = catalogue.items().stream()
                .filter(item -> Uscc.parse(item.bodyUscc())
                        .flatMap(organisation::body)
                        .filter(body -> Stewardship.sees(staff, body))
                        .isPresent())
                .toList();
        return MaterialReport.of(seen, catalogue.bundles());
    }

    private static String line(MaterialReport.Issued issued) {
        return Stream.of(
                        issued.name(),
                        String.join("；", issued.laws()),
                        issued.issuingBody().orElse(""),
                        issued.licenceType().orElse(""),
                        String.valueOf(issued.items().size()),
                        issued.items().stream().map(ServiceItem::name).collect(Collectors.joining("；")),
                        issued.items().stream().map(item -> item.code().value()).collect(Collectors.joining("；")))
                .map(ReportPages::cell)
                .collect(Collectors.joining(","));
    }

    /** In quotes; what a spreadsheet would take for a formula is kept as text. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private String word(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}

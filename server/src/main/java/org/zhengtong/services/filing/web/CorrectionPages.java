package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.filing.Corrections;
import org.zhengtong.services.filing.Corrections.Open;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.web.CorrectionPage.Given;
import org.zhengtong.services.filing.web.CorrectionPage.Place;

/** Leads through exactly the points of a correction notice. */
@Controller
@RequestMapping("/my/cases/{id}/correction")
class CorrectionPages {
    private final Corrections corrections;
    private final Filing filing;
    private final CorrectionPage page;

    CorrectionPages(Corrections corrections, Filing filing, CorrectionPage page) {
        this.corrections = corrections;
        this.filing = filing;
        this.page = page;
    }

    @GetMapping
    String correction(SignedIn me, @PathVariable UUID id, Model model) {
        Open open = corrections.open(me, new CaseId(id));
        CorrectionSheet sheet = new CorrectionSheet(open, new LinkedMultiValueMap<>(), Map.of());
        return page.show(place(id), sheet, Given.NOTHING, List.of(), model);
    }

    @PostMapping
    String correct(
            SignedIn me,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam MultiValueMap<String, MultipartFile> uploads,
            Model model,
            HttpServletResponse response)
            throws IOException {
        CaseId caseId = new CaseId(id);
        CorrectionSheet sheet = new CorrectionSheet(corrections.open(me, caseId), form, Map.of());
        Given given = page.given(
                sheet,
                uploads,
                (content, name) -> filing.keep(me, content, name).id());
        if (sheet.wantsMore()) {
            return page.show(place(id), sheet, given, List.of(), model);
        }
        List<Finding> findings =
                given.refused().isEmpty() ? corrections.correct(me, caseId, given.answers(), given.ids()) : List.of();
        if (given.refused().isEmpty() && findings.isEmpty()) {
            return "redirect:/my/cases/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.show(place(id), sheet, given, findings, model);
    }

    private static Place place(UUID id) {
        String back = "/my/cases/" + id;
        return new Place(back + "/correction", back, back, "");
    }
}

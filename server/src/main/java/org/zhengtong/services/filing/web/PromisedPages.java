package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Filing;

/** Hands in a material that was promised for later (容缺后补). */
@Controller
@RequestMapping("/my/cases/{id}/promised/{material}")
class PromisedPages {
    private final Cases cases;
    private final Catalogue catalogue;
    private final Filing filing;

    PromisedPages(Cases cases, Catalogue catalogue, Filing filing) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.filing = filing;
    }

    @GetMapping
    String page(SignedIn me, @PathVariable UUID id, @PathVariable String material, Model model) {
        return page(cases.open(new CaseId(id), me.person()), material, List.of(), model);
    }

    @PostMapping
    String supply(
            SignedIn me,
            @PathVariable UUID id,
            @PathVariable String material,
            @RequestParam(required = false) List<MultipartFile> file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        CaseFile open = cases.open(new CaseId(id), me.person());
        Uploads given = Uploads.of(
                file, "file", (content, name) -> filing.keep(me, content, name).id());
        List<Wrong> wrong = given.refused();
        if (given.isEmpty()) {
            String asked = catalogue.item(open.item(), open.itemVersion()).materialName(material);
            wrong = List.of(new Wrong("file", "filing.correction.file", List.of(asked)));
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(open, material, wrong, model);
        }
        cases.supply(
                open.id(),
                me.person(),
                material,
                given.kept().stream()
                        .<HandedIn>map(one -> new HandedIn.Uploaded(material, one.id()))
                        .toList(),
                Optional.empty());
        return "redirect:/my/cases/" + id;
    }

    private String page(CaseFile file, String material, List<Wrong> wrong, Model model) {
        String back = "/my/cases/" + file.id().value();
        ServiceItem item = catalogue.item(file.item(), file.itemVersion());
        model.addAttribute(
                "view", PromisedView.of(back + "/promised/" + material, back, file, item, material, List.of(), wrong));
        return "services/filing/promised";
    }
}

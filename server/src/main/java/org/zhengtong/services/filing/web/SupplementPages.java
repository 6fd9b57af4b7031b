package org.zhengtong.services.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.filing.Corrections.Open;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.WindowSupplements;
import org.zhengtong.services.filing.WindowSupplements.Supplement;
import org.zhengtong.services.filing.web.CorrectionPage.Given;
import org.zhengtong.services.filing.web.CorrectionPage.Place;

/** Fills in with a person at a window what they hand in later, on the pages they have at home. */
@Controller
@RequestMapping("/desk/supplements/{id}")
class SupplementPages {
    private static final String KEPT = "kept";

    private final WindowSupplements supplements;
    private final CorrectionPage correctionPage;
    private final FileStore files;

    SupplementPages(WindowSupplements supplements, CorrectionPage correctionPage, FileStore files) {
        this.supplements = supplements;
        this.correctionPage = correctionPage;
        this.files = files;
    }

    static String path(Supplement supplement) {
        return "/desk/supplements/" + supplement.id();
    }

    static String visit(Supplement supplement) {
        return "/desk/window/visits/" + supplement.visit();
    }

    @GetMapping
    String points(StaffMember clerk, @PathVariable UUID id, Model model) {
        Supplement supplement = supplements.open(clerk, id);
        if (supplement.handedInAt().isPresent()) {
            return "redirect:" + visit(supplement);
        }
        if (supplement.material().isPresent()) {
            return promised(
                    supplement, names(supplement.files().values().stream().flatMap(List::stream)), List.of(), model);
        }
        CorrectionSheet sheet = sheet(supplement, new LinkedMultiValueMap<>());
        return correctionPage.show(place(supplement), sheet, given(supplement), List.of(), model);
    }

    @PostMapping
    String fill(
            StaffMember clerk,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam MultiValueMap<String, MultipartFile> uploads,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Supplement supplement = supplements.open(clerk, id);
        if (supplement.handedInAt().isPresent()) {
            return "redirect:" + visit(supplement);
        }
        Uploads.Keeping keeping = (content, name) -> supplements.keep(clerk, id, content, name);
        if (supplement.material().isPresent()) {
            return fillPromised(
                    clerk, supplement, form, Uploads.of(uploads.get("file"), "file", keeping), model, response);
        }
        CorrectionSheet sheet = sheet(supplement, form);
        Given given = correctionPage.given(sheet, uploads, keeping);
        if (sheet.wantsMore()) {
            return correctionPage.show(place(supplement), sheet, given, List.of(), model);
        }
        List<Finding> findings =
                given.refused().isEmpty() ? supplements.fill(clerk, id, given.answers(), given.ids()) : List.of();
        if (given.refused().isEmpty() && findings.isEmpty()) {
            return "redirect:" + path(supplement) + "/check";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return correctionPage.show(place(supplement), sheet, given, findings, model);
    }

    private String fillPromised(
            StaffMember clerk,
            Supplement supplement,
            MultiValueMap<String, String> form,
            Uploads came,
            Model model,
            HttpServletResponse response) {
        String material = supplement.material().orElseThrow();
        List<UUID> all = Stream.concat(
                        form.getOrDefault(KEPT, List.of()).stream().flatMap(SupplementPages::id),
                        came.kept().stream().map(Uploads.Kept::id))
                .toList();
        List<Wrong> wrong = came.refused().isEmpty()
                ? supplements.fill(clerk, supplement.id(), Map.of(), Map.of(material, all)).stream()
                        .map(finding -> new Wrong("file", finding.key(), finding.values()))
                        .toList()
                : came.refused();
        if (wrong.isEmpty()) {
            return "redirect:" + path(supplement) + "/check";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return promised(supplement, names(all.stream()), wrong, model);
    }

    private String promised(Supplement supplement, Map<UUID, String> kept, List<Wrong> wrong, Model model) {
        model.addAttribute("visit", visit(supplement));
        model.addAttribute(
                "view",
                PromisedView.of(
                        path(supplement),
                        visit(supplement),
                        supplement.file(),
                        supplement.item(),
                        supplement.material().orElseThrow(),
                        kept.entrySet().stream()
                                .map(file -> new Choice(file.getKey().toString(), file.getValue()))
                                .toList(),
                        wrong));
        return "services/filing/promised";
    }

    private Map<UUID, String> names(Stream<UUID> ids) {
        Map<UUID, String> names = new LinkedHashMap<>();
        ids.flatMap(id -> files.find(id).stream()).forEach(file -> names.put(file.id(), file.name()));
        return names;
    }

    private static Stream<UUID> id(String text) {
        try {
            return Stream.of(UUID.fromString(text));
        } catch (IllegalArgumentException changedPage) {
            return Stream.empty();
        }
    }

    private Given given(Supplement supplement) {
        Map<String, Map<UUID, String>> handedIn = new LinkedHashMap<>();
        supplement.files().forEach((material, ids) -> handedIn.put(material, names(ids.stream())));
        return new Given(supplement.answers(), handedIn, List.of());
    }

    private static CorrectionSheet sheet(Supplement supplement, MultiValueMap<String, String> form) {
        return new CorrectionSheet(new Open(supplement.file(), supplement.item()), form, supplement.answers());
    }

    private static Place place(Supplement supplement) {
        return new Place(path(supplement), visit(supplement), path(supplement), visit(supplement));
    }
}

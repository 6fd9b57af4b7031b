package org.zhengtong.services.catalogue.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.BaseProposals;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Stewardship;

/** The base catalogue for those who implement it and those who keep it. */
@Controller
@RequestMapping("/desk/base-items")
class BaseItemPages {
    private static final int MOST = 200;
    private final BaseCatalogue base;
    private final BaseProposals proposals;
    private final Catalogue catalogue;
    private final Organisation organisation;

    BaseItemPages(BaseCatalogue base, BaseProposals proposals, Catalogue catalogue, Organisation organisation) {
        this.base = base;
        this.proposals = proposals;
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    @GetMapping
    String items(Model model, StaffMember staff, @RequestParam(defaultValue = "") String q) {
        permit(staff);
        String question = SearchQuestion.clean(q);
        List<BaseItem> found = base.search(question, MOST + 1);
        Map<String, Long> implemented =
                seen(staff).stream().collect(Collectors.groupingBy(ServiceItem::baseCode, Collectors.counting()));
        List<BaseListView.Line> lines = found.stream()
                .limit(MOST)
                .map(item -> new BaseListView.Line(item, implemented.getOrDefault(item.code(), 0L)))
                .toList();
        model.addAttribute("view", new BaseListView(question, lines, found.size() > MOST));
        return "services/catalogue/baseitems";
    }

    @GetMapping("/{code}")
    String item(Model model, StaffMember staff, @PathVariable String code) {
        permit(staff);
        BaseItem item = known(code);
        List<ServiceItem> implemented = seen(staff).stream()
                .filter(entry -> entry.baseCode().equals(code))
                .toList();
        Set<String> have = implemented.stream().map(ServiceItem::bodyUscc).collect(Collectors.toSet());
        List<Body> open = organisation.bodies().stream()
                .filter(body -> Stewardship.edits(staff, body))
                .filter(body -> !have.contains(body.uscc().value()))
                .toList();
        boolean kept = Stewardship.edits(staff, item);
        Optional<BaseProposals.Proposal> waiting = kept ? proposals.waiting(code) : Optional.empty();
        model.addAttribute(
                "view",
                new BaseItemView(
                        item,
                        BaseItemView.elements(item),
                        implemented,
                        open,
                        kept,
                        waiting,
                        waiting.map(proposal -> BaseItemView.changes(item, proposal.item()))
                                .orElse(List.of()),
                        waiting.filter(proposal -> proposal.by().equals(staff.actor()))
                                .isPresent()));
        return "services/catalogue/baseitem";
    }

    @GetMapping("/{code}/edit")
    String edit(Model model, StaffMember staff, @PathVariable String code) {
        BaseItem item = kept(staff, code);
        model.addAttribute("view", BaseEditView.of(item, "", List.of(), false));
        return "services/catalogue/baseedit";
    }

    @PostMapping("/{code}/edit")
    String propose(
            Model model,
            StaffMember staff,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> typed) {
        BaseForm.Read read = BaseForm.read(kept(staff, code), typed);
        if (!read.wrong().isEmpty() || reason.isBlank()) {
            model.addAttribute("view", BaseEditView.of(read.item(), reason, read.wrong(), reason.isBlank()));
            return "services/catalogue/baseedit";
        }
        proposals.propose(staff, read.item(), reason);
        return "redirect:/desk/base-items/" + code;
    }

    @PostMapping("/{code}/release")
    String release(StaffMember staff, @PathVariable String code) {
        proposals.release(staff, code);
        return "redirect:/desk/base-items/" + code;
    }

    @PostMapping("/{code}/withdraw")
    String withdraw(StaffMember staff, @PathVariable String code) {
        proposals.withdraw(staff, code);
        return "redirect:/desk/base-items/" + code;
    }

    private List<ServiceItem> seen(StaffMember staff) {
        Map<String, Body> bodies = organisation.bodies().stream()
                .filter(body -> Stewardship.sees(staff, body))
                .collect(Collectors.toMap(body -> body.uscc().value(), Function.identity()));
        return catalogue.items().stream()
                .filter(item -> bodies.containsKey(item.bodyUscc()))
                .toList();
    }

    private BaseItem kept(StaffMember staff, String code) {
        permit(staff);
        BaseItem item = known(code);
        if (!Stewardship.edits(staff, item)) {
            throw new Problem(403, "base-not-yours");
        }
        return item;
    }

    private BaseItem known(String code) {
        return base.find(code).orElseThrow(() -> Problem.notFound("unknown-base-item"));
    }

    private static void permit(StaffMember staff) {
        if (!staff.has(Role.CATALOGUE)) {
            throw new Problem(403, "catalogue-not-yours");
        }
    }
}

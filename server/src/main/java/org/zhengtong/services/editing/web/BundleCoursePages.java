package org.zhengtong.services.editing.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.editing.BundleEditing;
import org.zhengtong.services.editing.Stage;

/** A bundle's draft on its way: handed to review, looked at by somebody else, published on its day. */
@Controller
@RequestMapping("/desk/bundles/drafts/{id}")
class BundleCoursePages {
    private final BundleEditing editing;

    BundleCoursePages(BundleEditing editing) {
        this.editing = editing;
    }

    @PostMapping("/submit")
    String submit(StaffMember by, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        editing.submit(by, id, reason);
        return editor(id);
    }

    @PostMapping("/take-back")
    String takeBack(StaffMember by, @PathVariable UUID id) {
        editing.takeBack(by, id);
        return editor(id);
    }

    @PostMapping("/approve")
    String approve(StaffMember by, @PathVariable UUID id, @RequestParam(defaultValue = "") String publishOn) {
        LocalDate day;
        try {
            day = LocalDate.parse(publishOn);
        } catch (DateTimeException notADay) {
            throw new Problem(409, "editing-day-past");
        }
        var draft = editing.approve(by, id, day);
        return draft.stage() == Stage.PUBLISHED ? "redirect:/bundles/" + draft.code() : editor(id);
    }

    @PostMapping("/send-back")
    String sendBack(StaffMember by, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        editing.sendBack(by, id, reason);
        return editor(id);
    }

    @PostMapping("/discard")
    String discard(StaffMember by, @PathVariable UUID id) {
        editing.discard(by, id);
        return "redirect:/desk/bundles";
    }

    private static String editor(UUID id) {
        return "redirect:/desk/bundles/drafts/" + id;
    }
}

package org.zhengtong.services.editing.web;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.editing.Draft;
import org.zhengtong.services.editing.Reviewing;
import org.zhengtong.services.editing.Stage;

/** A draft on its way, whatever it is of: handed to review, looked at by somebody else, published on its day. */
abstract class CoursePages<D extends Draft<D>> {
    private final Reviewing<D> drafts;
    private final String list;
    private final String address;

    /**
     * @param list where one goes when a draft is no more
     * @param address what the addresses of drafts begin with
     */
    CoursePages(Reviewing<D> drafts, String list, String address) {
        this.drafts = drafts;
        this.list = list;
        this.address = address;
    }

    @PostMapping("/{id}/submit")
    String submit(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        drafts.submit(me, id, reason);
        return done(id, "submitted");
    }

    @PostMapping("/{id}/take-back")
    String takeBack(StaffMember me, @PathVariable UUID id) {
        drafts.takeBack(me, id);
        return done(id, "taken-back");
    }

    @PostMapping("/{id}/approve")
    String approve(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String publishOn) {
        D approved = drafts.approve(me, id, day(publishOn));
        return done(id, approved.stage() == Stage.PUBLISHED ? "published" : "approved");
    }

    @PostMapping("/{id}/send-back")
    String sendBack(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        drafts.sendBack(me, id, reason);
        return done(id, "sent-back");
    }

    @PostMapping("/{id}/discard")
    String discard(StaffMember me, @PathVariable UUID id) {
        drafts.discard(me, id);
        return "redirect:" + list;
    }

    private String done(UUID id, String what) {
        return "redirect:" + address + id + "?done=" + what;
    }

    private static LocalDate day(String typed) {
        return TypedDay.parse(typed).orElseThrow(() -> new Problem(422, "editing-day-past"));
    }
}

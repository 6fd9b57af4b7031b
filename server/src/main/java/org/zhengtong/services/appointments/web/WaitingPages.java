package org.zhengtong.services.appointments.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.appointments.Appointments;
import org.zhengtong.services.appointments.Refusal;
import org.zhengtong.services.appointments.WaitingList;

/** What somebody waits for, and what came free for them. */
@Controller
class WaitingPages {
    private final WaitingList waiting;

    WaitingPages(WaitingList waiting) {
        this.waiting = waiting;
    }

    @PostMapping("/my/appointments/waiting/{waiting}/end")
    String leave(SignedIn me, @PathVariable("waiting") UUID id) {
        waiting.leave(me, id);
        return "redirect:/my/appointments?done=left";
    }

    @PostMapping("/my/appointments/{id}/taking")
    String take(SignedIn me, @PathVariable UUID id) {
        return switch (waiting.take(me, id)) {
            case Appointments.Answer.Done _ -> "redirect:/my/appointments/" + id + "?done=booked";
            case Appointments.Answer.Refused(Refusal why) -> throw why.problem();
        };
    }
}

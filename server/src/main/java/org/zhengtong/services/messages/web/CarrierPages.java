package org.zhengtong.services.messages.web;

import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.messages.Carriage;
import org.zhengtong.services.messages.MessageChannel;

/** The system administrator's desk: whether letters reach people. */
@Controller
@RequestMapping("/desk/carriers")
class CarrierPages {
    private final Carriage carriage;

    CarrierPages(Carriage carriage) {
        this.carriage = carriage;
    }

    @GetMapping
    String carriers(StaffMember me, @RequestParam Optional<Integer> again, Model model) {
        model.addAttribute(
                "view",
                new CarriersView(
                        carriage.standings(me), again.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
        return "services/messages/carriers";
    }

    @PostMapping("/{channel}/again")
    String again(StaffMember me, @PathVariable MessageChannel channel) {
        return "redirect:/desk/carriers?again=" + carriage.sendAgain(me, channel);
    }
}

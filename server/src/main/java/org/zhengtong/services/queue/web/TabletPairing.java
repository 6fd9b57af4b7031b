package org.zhengtong.services.queue.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.ground.web.QrCode;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.Tablets;

/** Shows a clerk how to lay a tablet at their window. */
@Controller
class TabletPairing {
    private final Tablets tablets;
    private final WebSettings settings;

    TabletPairing(Tablets tablets, WebSettings settings) {
        this.tablets = tablets;
        this.settings = settings;
    }

    @PostMapping("/desk/tablet")
    String pair(StaffMember clerk, Model model) {
        String address = settings.publicAddress() + "/tablet?key=" + tablets.pair(clerk);
        model.addAttribute("view", new PairingView(address, QrCode.of(address).address()));
        return "services/queue/pairing";
    }
}

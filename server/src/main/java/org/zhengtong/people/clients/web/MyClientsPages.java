package org.zhengtong.people.clients.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.clients.AllowedClients;
import org.zhengtong.people.identity.SignedIn;

/** Systems that may ask who I am. */
@Controller
@RequestMapping("/my/clients")
class MyClientsPages {
    private final AllowedClients clients;

    MyClientsPages(AllowedClients clients) {
        this.clients = clients;
    }

    @GetMapping
    String list(SignedIn me, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("view", new MyClientsView(clients.of(me), done.equals("ended")));
        return "people/clients/mine";
    }

    @PostMapping("/{id}/end")
    String end(SignedIn me, @PathVariable UUID id) {
        clients.end(me, id);
        return "redirect:/my/clients?done=ended";
    }
}

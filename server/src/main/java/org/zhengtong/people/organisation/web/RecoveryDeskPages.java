package org.zhengtong.people.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.Recoveries;
import org.zhengtong.people.organisation.StaffMember;

/** Somebody who forgot their password or lost their devices stands at the window with their card. */
@Controller
@RequestMapping("/desk/recovery")
class RecoveryDeskPages {
    private final Recoveries recoveries;

    RecoveryDeskPages(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @GetMapping
    String form(StaffMember me, Model model) {
        recoveries.require(me);
        return page(Recoveries.InPerson.EMPTY, Optional.empty(), FormState.FRESH, model);
    }

    @PostMapping
    String begin(
            StaffMember me,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean factors,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean seen,
            HttpServletResponse response,
            Model model) {
        Recoveries.InPerson typed = new Recoveries.InPerson(number, factors, reason, seen);
        return switch (recoveries.begin(me, typed)) {
            case Recoveries.Answer.Begun(String code) -> {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
                yield page(Recoveries.InPerson.EMPTY, Optional.of(code), FormState.FRESH, model);
            }
            case Recoveries.Answer.Wrong(var fields) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(typed, Optional.empty(), new FormState(fields), model);
            }
        };
    }

    private static String page(Recoveries.InPerson typed, Optional<String> code, FormState form, Model model) {
        model.addAttribute("view", new RecoveryDeskView(typed, code, form));
        return "people/organisation/recovery";
    }
}

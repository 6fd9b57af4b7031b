package org.zhengtong.services.instruments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.ground.paper.VerificationCode;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.services.instruments.Instruments;

/** Anyone verifies a document here: by its code, or led by its QR code. */
@Controller
class VerifyDocumentPages {
    private static final int A_MINUTE = 60;
    private static final int LONGEST = 100;

    private final Instruments instruments;
    private final Tries tries;

    VerifyDocumentPages(Instruments instruments, Clock clock) {
        this.instruments = instruments;
        this.tries = Tries.oneByOne(clock, A_MINUTE, Duration.ofMinutes(1).dividedBy(A_MINUTE));
    }

    @GetMapping("/verify/documents")
    String ask(@RequestParam Optional<String> code, HttpServletResponse response, Model model) {
        if (code.isEmpty()) {
            return show(VerifyDocumentView.blank(), model);
        }
        String typed = code.get().strip();
        Optional<VerificationCode> read = VerificationCode.parse(shortened(typed));
        if (read.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(
                    VerifyDocumentView.wrong(
                            shortened(typed),
                            typed.isEmpty() ? "instruments.verify.missing" : "instruments.verify.unreadable"),
                    model);
        }
        return "redirect:/verify/documents/" + read.get().value();
    }

    @GetMapping("/verify/documents/{code}")
    String verify(@PathVariable String code, HttpServletRequest request, Model model) {
        if (tries.take(request.getRemoteAddr()).isPresent()) {
            throw new Problem(429, "instruments.too-many-verifications");
        }
        return show(VerifyDocumentView.of(shortened(code), instruments.verify(code)), model);
    }

    private static String show(VerifyDocumentView view, Model model) {
        model.addAttribute("view", view);
        return "services/instruments/verify";
    }

    private static String shortened(String typed) {
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }
}

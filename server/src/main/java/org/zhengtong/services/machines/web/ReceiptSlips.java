package org.zhengtong.services.machines.web;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.slips.Slip;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.services.cases.CaseFile;

/** The receipt of a case (受理回执) on the paper of a machine: what identifies it, and nothing of the person but the name. */
@Component
class ReceiptSlips {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final WebSettings settings;

    ReceiptSlips(MessageSource messages, WebSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    Slip receipt(CaseFile file) {
        return Slip.empty()
                .centred(say("machines.receipt.title"), 2)
                .centred(file.receiptNumber(), 2)
                .line(say("machines.receipt.item", file.itemName()))
                .line(say("machines.receipt.applicant", file.applicantName()))
                .line(say("machines.receipt.body", file.bodyName()))
                .line(say("machines.receipt.filed", TIME.format(file.filedAt().atZone(Page.ZONE))))
                .line(say("machines.receipt.days", file.promisedDays()))
                .code(settings.publicAddress() + "/progress?receipt=" + file.receiptNumber())
                .centred(say("machines.receipt.follow"), 1);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}

package org.zhengtong.services.messages.web;

import java.util.List;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Letter;

/** One message with what went outside the house. */
public record MessageView(CaseMessage message, List<Sent> sent) {

    /** @param letter as it was sent, or would have been */
    public record Sent(CaseMessage.Carriage carriage, Letter letter) {}
}

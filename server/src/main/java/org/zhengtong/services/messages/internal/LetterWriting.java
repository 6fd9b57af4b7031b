package org.zhengtong.services.messages.internal;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.services.messages.CaseMessage;
import org.zhengtong.services.messages.Letter;
import org.zhengtong.services.messages.MessageChannel;

/**
 * Words letters. A letter leaves the house and may be read by anyone on its way: it names the receipt, the item and what
 * to do, and nothing of the person.
 */
@Component
class LetterWriting {
    private final MessageSource words;
    private final WebSettings web;

    LetterWriting(MessageSource words, WebSettings web) {
        this.words = words;
        this.web = web;
    }

    Letter letter(CaseMessage message, MessageChannel channel, String to, Locale language, Optional<String> token) {
        String what = say(language, "messages.what." + message.what());
        String todo = say(language, "messages.say." + message.what(), message.values());
        String page = web.publicAddress() + "/my/messages/" + message.id();
        Optional<URI> stop = token.map(this::stop);
        if (message.mandate().isPresent()) {
            String text = say(
                    language,
                    "messages.letter-mandate." + channel,
                    what,
                    todo,
                    page,
                    stop.map(URI::toString).orElse(""));
            return new Letter(to, what, text, stop);
        }
        String text = say(
                language,
                (isOfHall(message) ? "messages.letter-appointment." : "messages.letter.") + channel,
                message.itemName(),
                message.receiptNumber(),
                what,
                todo,
                page,
                stop.map(URI::toString).orElse(""));
        return new Letter(to, say(language, "messages.subject", message.itemName(), what), text, stop);
    }

    private static boolean isOfHall(CaseMessage message) {
        return message.appointment().isPresent() || message.inLine().isPresent();
    }

    Letter code(String to, String code, Locale language) {
        return new Letter(
                to,
                say(language, "messages.code.subject"),
                say(language, "messages.code.text", code),
                Optional.empty());
    }

    private URI stop(String token) {
        return URI.create(web.publicAddress() + "/messages/stop/" + token);
    }

    private String say(Locale language, String key, Object... values) {
        return words.getMessage(key, values, language);
    }
}

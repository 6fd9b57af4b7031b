package org.zhengtong.services.messages.internal;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.zhengtong.ground.start.CannotStart;
import org.zhengtong.services.messages.Carrier;
import org.zhengtong.services.messages.Letter;
import org.zhengtong.services.messages.MessageChannel;
import org.zhengtong.services.messages.MessagesSettings;
import org.zhengtong.services.messages.NotCarried;
import org.zhengtong.services.messages.NotCarried.Fault;

/** Speaks SMTP with the city's mail server. Whatever that does, a letter takes seconds and not minutes. */
final class MailCarrier implements Carrier {
    private static final String LONGEST_MILLIS = "5000";

    private final JavaMailSenderImpl server;
    private final String from;

    MailCarrier(String host, MessagesSettings settings) {
        this.from = settings.mailFrom()
                .orElseThrow(() -> new CannotStart(
                        "A mail server is set, and no address that letters come from.",
                        "Set zhengtong.messages.mail-from, or take zhengtong.messages.mail-host away."));
        this.server = new JavaMailSenderImpl();
        server.setHost(host);
        server.setPort(settings.mailPort());
        settings.mailUser().ifPresent(server::setUsername);
        settings.mailPassword().ifPresent(server::setPassword);
        server.setDefaultEncoding(StandardCharsets.UTF_8.name());
        server.setJavaMailProperties(properties(settings));
    }

    private static Properties properties(MessagesSettings settings) {
        Properties properties = new Properties();
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.mailUser().isPresent()));
        Stream.of("connectiontimeout", "timeout", "writetimeout")
                .forEach(one -> properties.setProperty("mail.smtp." + one, LONGEST_MILLIS));
        switch (settings.mailSecurity()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        return properties;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.MAIL;
    }

    @Override
    public void carry(Letter letter) throws NotCarried {
        try {
            server.send(message(letter));
        } catch (MailAuthenticationException e) {
            throw new NotCarried(Fault.NOT_LET_IN, e);
        } catch (MailException | MessagingException e) {
            throw new NotCarried(fault(e), e);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(letter.to());
        parts.setSubject(letter.subject());
        parts.setText(letter.text());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.stop().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + letter.stop().get() + ">");
        }
        return message;
    }

    /** The server says of one letter that it does not take it, or does not answer as it should. */
    private static Fault fault(Exception failure) {
        Stream<Exception> reasons = failure instanceof MailSendException sending
                ? Arrays.stream(sending.getMessageExceptions())
                : Stream.of(failure);
        return reasons.map(MailCarrier::one).findFirst().orElse(Fault.CARRIER_DOWN);
    }

    private static Fault one(Exception reason) {
        return switch (reason) {
            case AuthenticationFailedException _ -> Fault.NOT_LET_IN;
            case SendFailedException refused when isForGood(refused) -> Fault.REFUSED;
            default -> Fault.CARRIER_DOWN;
        };
    }

    /** A reply of 5xx to the address (RFC 5321 4.2.1); 4xx asks to come again. */
    private static boolean isForGood(SendFailedException refused) {
        for (Exception next = refused;
                next != null;
                next = next instanceof MessagingException m ? m.getNextException() : null) {
            if (next instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() / 100 == 5;
            }
        }
        return false;
    }
}

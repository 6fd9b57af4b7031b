package org.zhengtong.services.messages;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told of their cases by mail.
 *
 * @param mailHost the mail server (SMTP) that takes letters for people; when absent, nobody is told by mail
 * @param mailPort its port
 * @param mailSecurity {@code starttls}, {@code tls} for TLS from the first byte, or {@code none} for a server on this very machine
 * @param mailUser the account at the server; when absent, none is used
 * @param mailPassword its password
 * @param mailFrom the address letters come from; needed with a host
 */
@ConfigurationProperties("zhengtong.messages")
public record MessagesSettings(
        Optional<String> mailHost,
        @DefaultValue("587") int mailPort,
        @DefaultValue("starttls") MailSecurity mailSecurity,
        Optional<String> mailUser,
        Optional<String> mailPassword,
        Optional<String> mailFrom) {

    /** How the talk with the mail server is kept secret. */
    public enum MailSecurity {
        STARTTLS,
        TLS,
        NONE
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "MessagesSettings";
    }
}

package org.zhengtong.services.messages.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.start.CannotStart;
import org.zhengtong.services.messages.Letter;
import org.zhengtong.services.messages.MessagesSettings;
import org.zhengtong.services.messages.MessagesSettings.MailSecurity;
import org.zhengtong.services.messages.NotCarried;
import org.zhengtong.services.messages.NotCarried.Fault;

class MailCarrierTest {
    private static final Letter LETTER = new Letter(
            "xiaoman@example.com",
            "食品经营许可：已受理",
            "食品经营许可（受理编号 YX-7F3K-2291）：已受理。",
            Optional.of(URI.create("https://zwfw.example.com/messages/stop/abc")));

    @Test
    void a_letter_is_carried_as_it_was_written() throws Exception {
        GreenMail server = started();
        try {
            carrier(server.getSmtp().getPort(), Optional.empty()).carry(LETTER);

            assertThat(server.getReceivedMessages()).hasSize(1);
            MimeMessage mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo(LETTER.subject());
            assertThat(mail.getContent().toString().strip()).isEqualTo(LETTER.text());
            assertThat(mail.getFrom()[0]).hasToString("no-reply@zwfw.example.com");
            assertThat(mail.getAllRecipients()[0]).hasToString(LETTER.to());
            assertThat(GreenMailUtil.getHeaders(mail))
                    .contains("List-Unsubscribe: <https://zwfw.example.com/messages/stop/abc>", "auto-generated");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_wrong_password_and_a_server_that_is_not_there_are_faults_of_the_carrier() {
        GreenMail server = started();
        int port = server.getSmtp().getPort();
        try {
            server.setUser("zhengtong", "right");
            assertThat(fault(carrier(port, Optional.of("wrong")))).isEqualTo(Fault.NOT_LET_IN);
        } finally {
            server.stop();
        }

        assertThat(fault(carrier(port, Optional.empty()))).isEqualTo(Fault.CARRIER_DOWN);
    }

    @Test
    void an_address_refused_for_good_is_a_fault_of_the_letter_and_one_refused_for_now_is_not() throws IOException {
        try (Refusing server = new Refusing("550 no such mailbox")) {
            assertThat(fault(carrier(server.port(), Optional.empty()))).isEqualTo(Fault.REFUSED);
        }
        try (Refusing server = new Refusing("451 come back later")) {
            assertThat(fault(carrier(server.port(), Optional.empty()))).isEqualTo(Fault.CARRIER_DOWN);
        }
    }

    @Test
    void a_host_without_an_address_to_write_from_is_a_mistake_of_the_settings() {
        MessagesSettings settings = new MessagesSettings(
                Optional.of("localhost"), 25, MailSecurity.NONE, Optional.empty(), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> new MailCarrier("localhost", settings))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        failure -> assertThat(failure.remedy()).contains("mail-from"));
    }

    static GreenMail started() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    static MailCarrier carrier(int port, Optional<String> password) {
        return new MailCarrier(
                "127.0.0.1",
                new MessagesSettings(
                        Optional.of("127.0.0.1"),
                        port,
                        MailSecurity.NONE,
                        password.map(_ -> "zhengtong"),
                        password,
                        Optional.of("no-reply@zwfw.example.com")));
    }

    private static Fault fault(MailCarrier carrier) {
        try {
            carrier.carry(LETTER);
        } catch (NotCarried e) {
            return e.fault();
        }
        throw new AssertionError("carried");
    }

    /** A mail server that answers every address alike. */
    private static final class Refusing implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Refusing(String answer) throws IOException {
            Thread.ofVirtual().start(() -> {
                try (Socket client = socket.accept()) {
                    talk(client, answer);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        private static void talk(Socket client, String answer) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 here");
            for (String line = in.readLine(); line != null && !line.startsWith("QUIT"); line = in.readLine()) {
                say(client, line.startsWith("RCPT") ? answer : "250 well");
            }
        }

        private static void say(Socket client, String line) throws IOException {
            client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

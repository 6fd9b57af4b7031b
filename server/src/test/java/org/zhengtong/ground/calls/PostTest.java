package org.zhengtong.ground.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTest {
    private static final Reach THIS_MACHINE = Reach.of(List.of("127.0.0.0/8", "::1/128"));

    @Test
    void the_receiver_gets_path_headers_and_body() {
        try (ReceivingSystem system = new ReceivingSystem()) {
            Post.Answer answer =
                    post(THIS_MACHINE).send(address(system.address()), Map.of("Zhengtong-Event", "x"), "云溪");

            assertThat(answer).isEqualTo(new Post.Answer.Status(204));
            assertThat(system.got())
                    .singleElement()
                    .satisfies(got -> assertThat(got.path()).isEqualTo("/hook?of=yunxi"))
                    .satisfies(got -> assertThat(got.event()).isEqualTo("x"))
                    .satisfies(got -> assertThat(got.body()).isEqualTo("云溪"));
        }
    }

    @Test
    void a_redirect_is_an_answer_and_not_followed() {
        try (ReceivingSystem system = new ReceivingSystem()) {
            system.answer(302);

            assertThat(send(system.address())).isEqualTo(new Post.Answer.Status(302));
            assertThat(system.got()).hasSize(1);
        }
    }

    @Test
    void nothing_is_connected_to_inside_unless_it_is_allowed() {
        try (ReceivingSystem system = new ReceivingSystem()) {
            Post closed = post(Reach.of(List.of()));

            assertThat(closed.send(address(system.address()), Map.of(), ""))
                    .isEqualTo(new Post.Answer.Failed(Fault.INSIDE));
            assertThat(closed.send(address(system.address().replace("127.0.0.1", "localhost")), Map.of(), ""))
                    .isEqualTo(new Post.Answer.Failed(Fault.INSIDE));
            assertThat(system.got()).isEmpty();
        }
    }

    @Test
    void a_receiver_that_does_not_answer_is_left_in_time() {
        try (ReceivingSystem system = new ReceivingSystem()) {
            system.fallSilent();
            Post impatient = new Post(THIS_MACHINE, Duration.ofMillis(100), tls());

            assertThat(impatient.send(address(system.address()), Map.of(), ""))
                    .isEqualTo(new Post.Answer.Failed(Fault.TOO_SLOW));
        }
    }

    @Test
    void nobody_there_is_no_connection() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = socket.getLocalPort();
        }

        assertThat(send("http://127.0.0.1:" + free)).isEqualTo(new Post.Answer.Failed(Fault.NO_CONNECTION));
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\n\r\n', 200",
        "'HTTP/1.0 202\r\nA: b\r\n\r\nwhatever', 202",
        "'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 500 Broken\r\n\r\n', 500",
        "'SSH-2.0-OpenSSH\r\n', 0",
        "'', 0"
    })
    void the_status_is_read_from_the_head_and_what_is_no_http_is_said_to_be_none(String said, int status)
            throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread speaker = Thread.startVirtualThread(() -> speak(server, said));

            Post.Answer answer = send("http://127.0.0.1:" + server.getLocalPort());

            assertThat(answer)
                    .isEqualTo(status == 0 ? new Post.Answer.Failed(Fault.NO_HTTP) : new Post.Answer.Status(status));
            speaker.join();
        }
    }

    @Test
    void only_a_receiver_with_a_trusted_certificate_of_its_own_name_is_told_anything() {
        SelfSigned certificate = SelfSigned.of("localhost");
        try (ReceivingSystem system = new ReceivingSystem(certificate)) {
            Post trusting = new Post(THIS_MACHINE, Duration.ofSeconds(20), certificate.trusting());

            assertThat(trusting.send(address(system.address().replace("127.0.0.1", "localhost")), Map.of(), ""))
                    .isEqualTo(new Post.Answer.Status(204));
            assertThat(trusting.send(address(system.address()), Map.of(), ""))
                    .isEqualTo(new Post.Answer.Failed(Fault.NO_TRUST));
            assertThat(send(system.address().replace("127.0.0.1", "localhost")))
                    .isEqualTo(new Post.Answer.Failed(Fault.NO_TRUST));
            assertThat(system.got()).hasSize(1);
        }
    }

    private static void speak(ServerSocket server, String said) {
        try (Socket socket = server.accept()) {
            byte[] request = new byte[4];
            assertThat(socket.getInputStream().readNBytes(request, 0, 4)).isEqualTo(4);
            socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Post.Answer send(String address) {
        return post(THIS_MACHINE).send(address(address), Map.of(), "{}");
    }

    private static Post post(Reach reach) {
        return new Post(reach, Duration.ofSeconds(20), tls());
    }

    private static SSLSocketFactory tls() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static ReceiverAddress address(String text) {
        return ReceiverAddress.parse(text).orElseThrow();
    }
}

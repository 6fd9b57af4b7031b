package org.zhengtong.ground.files.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengtong.ground.files.MalwareScanner.Finding;

/** Against a server that speaks clamd's INSTREAM and knows the test file of EICAR. */
class ClamScannerTest {
    private static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    @Test
    void what_the_daemon_finds_is_harmful_and_everything_else_clean() throws Exception {
        assertThat(look(EICAR, "")).isEqualTo(Finding.HARMFUL);
        assertThat(look("云溪".getBytes(StandardCharsets.UTF_8), "")).isEqualTo(Finding.CLEAN);
    }

    @Test
    void a_large_file_arrives_whole_in_its_parts() throws Exception {
        byte[] large = new byte[200_000];
        System.arraycopy(EICAR, 0, large, large.length - EICAR.length, EICAR.length);

        assertThat(look(large, "")).isEqualTo(Finding.HARMFUL);
    }

    @ParameterizedTest
    @CsvSource({"INSTREAM size limit exceeded. ERROR", "''", "'stream: OK and more'"})
    void any_other_answer_means_that_it_was_not_looked_at(String answer) throws Exception {
        assertThat(look(new byte[] {1}, answer.isEmpty() ? "\0" : answer)).isEqualTo(Finding.UNREACHABLE);
    }

    @Test
    void a_daemon_that_is_not_there_is_unreachable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(new ClamScanner("localhost", free, 2000).look(EICAR)).isEqualTo(Finding.UNREACHABLE);
    }

    /** @param answer what the daemon says; what it finds when empty */
    private static Finding look(byte[] content, String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(server, answer));
            Finding finding = new ClamScanner(server.getInetAddress().getHostAddress(), server.getLocalPort(), 5000)
                    .look(content);
            served.get();
            return finding;
        }
    }

    private static void serve(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] command = in.readNBytes(10);
            assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.writeBytes(in.readNBytes(length));
            }
            String all = content.toString(StandardCharsets.ISO_8859_1);
            String found = all.contains(new String(EICAR, StandardCharsets.US_ASCII))
                    ? "stream: Eicar-Test-Signature FOUND\0"
                    : "stream: OK\0";
            socket.getOutputStream().write((answer.isEmpty() ? found : answer).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

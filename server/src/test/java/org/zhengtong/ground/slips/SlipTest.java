package org.zhengtong.ground.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.zhengtong.ground.slips.SlipPrinter.Outcome;

/** Slips, as a printer is told to print them and as it prints them. */
class SlipTest {
    private static final Slip SLIP = Slip.empty()
            .centred("云溪市市民中心", 2)
            .centred("A012", 6)
            .line("前面还有 3 人，约 10–20 分钟")
            .code("https://example.cn/tickets/1");

    @Test
    void a_printer_prints_what_stands_on_the_slip_and_cuts() {
        PrintedSlip printed = PrintedSlip.read(EscPos.of(SLIP));

        assertThat(printed.parts()).isEqualTo(SLIP.parts());
        assertThat(printed.cut()).isTrue();
        assertThat(printed.svg()).contains("A012", "云溪市市民中心", "font-size=\"144\"", "<image ");
    }

    @Test
    void the_commands_are_those_of_the_printers_manual() {
        byte[] commands = EscPos.of(Slip.empty().centred("A1", 2));

        assertThat(commands)
                .containsExactly(
                        0x1B, '@', 0x1C, '&', 0x1B, 'a', 1, 0x1D, '!', 0x11, 'A', '1', '\n', 0x1B, 'd', 3, 0x1D, 'V',
                        66, 0);
    }

    @Test
    void what_somebody_typed_is_no_command() {
        Slip slip = Slip.empty().line("张三\u001dVB\u0000李四\n");

        assertThat(PrintedSlip.read(EscPos.of(slip)).parts()).containsExactly(new Slip.Part.Text("张三VB李四", 1, false));
    }

    @Test
    void whatever_is_written_comes_out_again() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Slip slip = Slip.empty();
            for (int part = 0; part < 5; part++) {
                String words = random.ints(1 + random.nextInt(12), 0x4E00, 0x9FA5)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                slip = random.nextBoolean()
                        ? slip.centred(words, 1 + random.nextInt(8))
                        : slip.code("https://example.cn/" + words);
            }
            assertThat(PrintedSlip.read(EscPos.of(slip)).parts())
                    .as("seed %d", seed)
                    .isEqualTo(slip.parts());
        }
    }

    @Test
    void broken_commands_are_refused_with_where_they_stand() {
        assertThatThrownBy(() -> PrintedSlip.read(new byte[] {0x1B, 'Z'})).hasMessageContaining("byte 2");
        assertThatThrownBy(() -> PrintedSlip.read(new byte[] {0x1D, '(', 'k', 100, 0, 0x31, 80, 48}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_slip_goes_to_the_printer_of_its_hall_and_a_silent_printer_holds_nobody_up() throws Exception {
        SlipPrinter printers;
        try (ServerSocket printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> got = CompletableFuture.supplyAsync(() -> {
                try (Socket one = printer.accept()) {
                    return one.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            String address = printer.getInetAddress().getHostAddress() + ":" + printer.getLocalPort();
            printers = new SlipPrinter(new SlipSettings(Map.of("here", address)));

            assertThat(printers.print("here", SLIP)).isEqualTo(Outcome.SENT);
            assertThat(PrintedSlip.read(got.join()).parts()).isEqualTo(SLIP.parts());
            assertThat(printers.print("elsewhere", SLIP)).isEqualTo(Outcome.NO_PRINTER);
        }
        assertThat(printers.print("here", SLIP)).isEqualTo(Outcome.SILENT);
    }
}

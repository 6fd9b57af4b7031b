package org.zhengtong.ground.slips;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Sends slips to the printers of halls, over the network as such printers listen (raw, port 9100 mostly). */
@Component
@EnableConfigurationProperties(SlipSettings.class)
public class SlipPrinter {
    private static final Logger LOG = LoggerFactory.getLogger(SlipPrinter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SlipSettings settings;

    SlipPrinter(SlipSettings settings) {
        this.settings = settings;
    }

    /** What came of it. */
    public enum Outcome {
        SENT,
        /** The hall has none; whoever wants paper prints the page. */
        NO_PRINTER,
        /** It does not answer; nothing else is held up by that. */
        SILENT
    }

    public Outcome print(String hall, Slip slip) {
        Optional<String> printer = Optional.ofNullable(settings.printers().get(hall));
        if (printer.isEmpty()) {
            return Outcome.NO_PRINTER;
        }
        String[] address = printer.get().split(":", 2);
        int port = address.length == 2 ? Integer.parseInt(address[1]) : 9100;
        try (Socket socket = new Socket()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(address[0], port), (int) PATIENCE.toMillis());
            socket.getOutputStream().write(EscPos.of(slip));
            return Outcome.SENT;
        } catch (IOException silent) {
            LOG.warn("The printer of {} at {} does not answer: {}", hall, printer.get(), silent.getMessage());
            return Outcome.SILENT;
        }
    }
}

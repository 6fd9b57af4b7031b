package org.zhengtong.services.machines.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * {@code ./zt bridge}: a program of its own beside the browser of a machine, which reads identity cards and prints slips until
 * it is stopped. Everything here uses nothing but Java, so that the jar of the house is all a machine needs. Exit status 2:
 * called wrongly.
 */
public final class BridgeCommand {
    private static final String USAGE = """
            usage: ./zt bridge --origin https://HOUSE [--reader lines|simulated|none]
                               [--printer HOST:PORT | --printer /dev/usb/lp0] [--key FILE]""";
    private static final int TIMEOUT = 2_000;

    /** The pages of the house ask at this one. */
    private static final int PORT = 18620;

    private static final String NONE = "none";
    private static final String SIMULATED = "simulated";
    private static final Set<String> KINDS = Set.of("lines", SIMULATED, NONE);

    private BridgeCommand() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Optional<Map<String, String>> options = options(arguments);
        if (options.isEmpty()
                || !options.get().containsKey("origin")
                || !KINDS.contains(options.get().getOrDefault("reader", NONE))) {
            out.println(USAGE);
            System.exit(2);
            return;
        }
        Map<String, String> given = options.get();
        try (Bridge bridge = open(given)) {
            out.println("The bridge of this machine listens at http://127.0.0.1:" + bridge.port() + " for pages of "
                    + given.get("origin") + ".");
            new CountDownLatch(1).await();
        }
    }

    private static Optional<Map<String, String>> options(String[] arguments) {
        Map<String, String> options = new HashMap<>();
        for (int at = 0; at < arguments.length; at += 2) {
            if (!arguments[at].matches("--(origin|reader|printer|key)") || at + 1 == arguments.length) {
                return Optional.empty();
            }
            options.put(arguments[at].substring(2), arguments[at + 1]);
        }
        return Optional.of(options);
    }

    private static Bridge open(Map<String, String> given) throws IOException, GeneralSecurityException {
        String kind = given.getOrDefault("reader", NONE);
        // What was simulated is never taken for what was read.
        String key = given.getOrDefault("key", System.getProperty("user.home") + "/.zhengtong-bridge/key")
                + (kind.equals(SIMULATED) ? "-simulated" : "");
        HandedCards reader = reader(kind);
        return new Bridge(
                PORT,
                given.getOrDefault("origin", ""),
                reader,
                BridgeKey.keptIn(Path.of(key)),
                Optional.ofNullable(given.get("printer")).map(BridgeCommand::printer),
                Optional.of(reader).filter(one -> one.kind().equals(SIMULATED)).map(SimulatorPage::new));
    }

    private static HandedCards reader(String kind) {
        return kind.equals("lines")
                ? new LineReader(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)))
                : new HandedCards(kind);
    }

    private static Bridge.Printing printer(String where) {
        return where.startsWith("/")
                ? commands -> toDevice(Path.of(where), commands)
                : commands -> overNetwork(where, commands);
    }

    private static void toDevice(Path device, byte[] commands) throws IOException {
        try (OutputStream out = Files.newOutputStream(device, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            out.write(commands);
        }
    }

    private static void overNetwork(String address, byte[] commands) throws IOException {
        String[] parts = address.split(":", 2);
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(parts[0], parts.length == 2 ? Integer.parseInt(parts[1]) : 9100), TIMEOUT);
            socket.getOutputStream().write(commands);
        }
    }
}

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
import java.util.concurrent.CountDownLatch;

/** {@code ./zt bridge}: runs on a machine of a hall until it is stopped. Exit status 2: called wrongly. */
public final class BridgeCommand {
    private static final String USAGE = """
            usage: ./zt bridge --origin https://HOUSE [--port 18620] [--reader lines|simulated|none]
                               [--printer HOST:PORT | --printer /dev/usb/lp0] [--key FILE]""";
    private static final int TIMEOUT = 2_000;

    private BridgeCommand() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Optional<Map<String, String>> options = options(arguments);
        if (options.isEmpty() || !options.get().containsKey("origin")) {
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
            if (!arguments[at].matches("--(origin|port|reader|printer|key)") || at + 1 == arguments.length) {
                return Optional.empty();
            }
            options.put(arguments[at].substring(2), arguments[at + 1]);
        }
        return Optional.of(options);
    }

    private static Bridge open(Map<String, String> given) throws IOException, GeneralSecurityException {
        Path key = Path.of(given.getOrDefault(
                "key",
                Path.of(System.getProperty("user.home"), ".zhengtong-bridge", "key")
                        .toString()));
        HandedCards reader = reader(given.getOrDefault("reader", "none"));
        return new Bridge(
                Integer.parseInt(given.getOrDefault("port", "18620")),
                given.getOrDefault("origin", ""),
                reader,
                BridgeKey.keptIn(key),
                Optional.ofNullable(given.get("printer")).map(BridgeCommand::printer),
                Optional.of(reader)
                        .filter(one -> one.kind().equals("simulated"))
                        .map(SimulatorPage::new));
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

package org.zhengtong.services.machines.bridge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Serves the pages of one house that are shown on the same machine: which card is laid, and what is to be printed. Nobody
 * else is answered: it listens on the machine itself only, under no other name, and to no page of another origin.
 */
final class Bridge implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final int LONGEST_SLIP = 64 * 1024;

    private final HttpServer server;
    private final String origin;
    private final CardReader reader;
    private final BridgeKey key;
    private final Optional<Printing> printer;
    private final Optional<SimulatorPage> simulator;

    /** Where slips go. */
    interface Printing {
        void print(byte[] commands) throws IOException;
    }

    /**
     * @param port 0 for any
     * @param origin of the house, such as {@code https://zwfw.example.gov.cn}
     * @param printer empty when the machine has none
     */
    Bridge(
            int port,
            String origin,
            CardReader reader,
            BridgeKey key,
            Optional<Printing> printer,
            Optional<SimulatorPage> simulator)
            throws IOException {
        this.origin = origin;
        this.reader = reader;
        this.key = key;
        this.printer = printer;
        this.simulator = simulator;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isNamedRightly(exchange)) {
                send(exchange, 421, "text/plain", "");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (simulator.isPresent() && path.equals("/") && isOwnPage(exchange)) {
                simulator.get().answer(exchange);
                return;
            }
            if (!origin.equals(exchange.getRequestHeaders().getFirst("Origin"))) {
                send(exchange, 403, "text/plain", "");
                return;
            }
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
            exchange.getResponseHeaders().set("Vary", "Origin");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            switch (exchange.getRequestMethod() + " " + path) {
                case "OPTIONS /about", "OPTIONS /card", "OPTIONS /print" -> allow(exchange);
                case "GET /about" -> about(exchange);
                case "GET /card" -> card(exchange);
                case "POST /print" -> print(exchange);
                default -> send(exchange, 404, "text/plain", "");
            }
        } catch (GeneralSecurityException cannotBe) {
            throw new IllegalStateException(cannotBe);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** A page elsewhere can give this machine a name of its own, and would then be of the same origin. */
    private boolean isNamedRightly(HttpExchange exchange) {
        return Set.of("127.0.0.1:" + port(), "localhost:" + port())
                .contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")));
    }

    /** A card is laid by the simulator's own form and not by one of any other page. */
    private boolean isOwnPage(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return exchange.getRequestMethod().equals("GET")
                || ("http://" + host).equals(exchange.getRequestHeaders().getFirst("Origin"));
    }

    private static void allow(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, POST");
        exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "Content-Type");
        exchange.getResponseHeaders().set("Access-Control-Allow-Private-Network", "true");
        exchange.sendResponseHeaders(204, -1);
    }

    private void about(HttpExchange exchange) throws IOException {
        send(exchange, 200, "application/json", """
                {"name":"zhengtong-bridge","version":1,"reader":%s,"printer":%s,"key":%s}""".formatted(
                        Json.text(reader.kind()), printer.isPresent(), Json.text(key.publicKey())));
    }

    private void card(HttpExchange exchange) throws IOException, GeneralSecurityException, InterruptedException {
        String challenge = query(exchange).getOrDefault("challenge", "");
        if (!challenge.matches("[A-Za-z0-9_-]{20,100}")) {
            send(exchange, 400, "text/plain", "");
            return;
        }
        Optional<Card> laid = reader.next(PATIENCE);
        if (laid.isEmpty()) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        Card card = laid.get();
        send(exchange, 200, "application/json", """
                {"challenge":%s,"name":%s,"number":%s,"signature":%s}""".formatted(
                        Json.text(challenge),
                        Json.text(card.name()),
                        Json.text(card.number()),
                        Json.text(key.sign(card.signed(challenge)))));
    }

    private void print(HttpExchange exchange) throws IOException {
        byte[] commands = exchange.getRequestBody().readNBytes(LONGEST_SLIP + 1);
        if (commands.length > LONGEST_SLIP) {
            send(exchange, 413, "text/plain", "");
        } else if (printer.isEmpty()) {
            send(exchange, 503, "text/plain", "");
        } else {
            printer.get().print(commands);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    static Map<String, String> query(HttpExchange exchange) {
        return values(String.valueOf(exchange.getRequestURI().getRawQuery()));
    }

    /** Of a form, or the query of an address. */
    static Map<String, String> values(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, _) -> first));
    }

    static String body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return new String(in.readNBytes(LONGEST_SLIP), StandardCharsets.UTF_8);
        }
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** As much of JSON as is written here. */
    static final class Json {
        private Json() {}

        static String text(String value) {
            StringBuilder written = new StringBuilder("\"");
            value.codePoints().forEach(one -> {
                if (one == '"' || one == '\\') {
                    written.append('\\').appendCodePoint(one);
                } else if (one < ' ') {
                    written.append("\\u%04x".formatted(one));
                } else {
                    written.appendCodePoint(one);
                }
            });
            return written.append('"').toString();
        }
    }
}

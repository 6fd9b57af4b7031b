package org.zhengtong.ground.calls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A department's system on this machine: keeps what it is sent and answers as a test tells it to, else with 204. */
public final class ReceivingSystem implements AutoCloseable {
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private final String scheme;
    private final HttpServer server;
    private volatile boolean silent;

    /** What was received. */
    public record Got(String path, String event, String delivery, String timestamp, String signature, String body) {}

    public ReceivingSystem() {
        this("http", plain());
    }

    ReceivingSystem(SelfSigned certificate) {
        this("https", secure(certificate));
    }

    private ReceivingSystem(String scheme, HttpServer server) {
        this.scheme = scheme;
        this.server = server;
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private static HttpServer plain() {
        try {
            return HttpServer.create(here(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer secure(SelfSigned certificate) {
        try {
            HttpsServer server = HttpsServer.create(here(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.serving()));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    public String address() {
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/hook?of=yunxi";
    }

    /** The next answers, one after the other. */
    public synchronized void answer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    /** From now on nothing is answered until it is closed. */
    public void fallSilent() {
        silent = true;
    }

    public void speakAgain() {
        silent = false;
    }

    public List<Got> got() {
        return got;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            got.add(new Got(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Zhengtong-Event"),
                    exchange.getRequestHeaders().getFirst("Zhengtong-Delivery"),
                    exchange.getRequestHeaders().getFirst("Zhengtong-Timestamp"),
                    exchange.getRequestHeaders().getFirst("Zhengtong-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (silent) {
                silence.await();
            }
            int status = next();
            exchange.getResponseHeaders().add("Location", address().replace("hook", "elsewhere"));
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int next() {
        Integer status = answers.poll();
        return status == null ? 204 : status;
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
    }
}

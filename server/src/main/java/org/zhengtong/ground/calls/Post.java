package org.zhengtong.ground.calls;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over one connection, to the very address that was looked at. The clients of the JDK ask the name service
 * themselves and may be given another answer than the one that was checked; this one cannot be led anywhere else: it
 * follows no redirect, asks no proxy, and reads of the answer only its head.
 */
public final class Post {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final int LARGEST_HEAD = 8 << 10;

    private final Reach reach;
    private final Duration longest;
    private final SSLSocketFactory secure;

    public Post(Reach reach, Duration longest, SSLSocketFactory secure) {
        this.reach = reach;
        this.longest = longest;
        this.secure = secure;
    }

    /** What came of it. */
    public sealed interface Answer {
        record Status(int code) implements Answer {
            public boolean isGood() {
                return code / 100 == 2;
            }
        }

        record Failed(Fault fault) implements Answer {}

        /** The program stops: whether the message arrived is not known. */
        record BrokenOff() implements Answer {}
    }

    /**
     * Returns in time, whatever the name service, the network and the receiver do.
     *
     * @param headers with the type of the content among them
     */
    public Answer send(ReceiverAddress to, Map<String, String> headers, String body) {
        byte[] request = request(to, headers, body.getBytes(StandardCharsets.UTF_8));
        FutureTask<Answer> talk = new FutureTask<>(() -> talk(to, request));
        Thread.ofVirtual().name("call").start(talk);
        try {
            return talk.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Answer.Failed(Fault.TOO_SLOW);
        } catch (ExecutionException e) {
            return new Answer.Failed(fault(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.BrokenOff();
        } finally {
            // an interrupt closes the socket a virtual thread waits for
            talk.cancel(true);
        }
    }

    private Answer talk(ReceiverAddress to, byte[] request) throws IOException {
        InetAddress[] found = InetAddress.getAllByName(to.host());
        for (InetAddress address : found) {
            if (!reach.covers(address)) {
                return new Answer.Failed(Fault.INSIDE);
            }
        }
        try (Socket plain = connected(found, to.port());
                Socket socket = to.isSecure() ? secured(plain, to) : plain) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return status(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static Socket connected(InetAddress[] found, int port) throws IOException {
        IOException last = new ConnectException();
        for (InetAddress address : found) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                socket.connect(new InetSocketAddress(address, port));
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private Socket secured(Socket plain, ReceiverAddress to) throws IOException {
        SSLSocket socket = (SSLSocket) secure.createSocket(plain, to.host(), to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(ReceiverAddress to, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("POST ").append(to.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(to.uri().getRawAuthority()).append("\r\n");
        head.append("User-Agent: Zhengtong\r\nConnection: close\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** Heads of the kind "go on" come before the answer. */
    private static Answer status(InputStream in) throws IOException {
        int left = LARGEST_HEAD;
        while (left > 0) {
            String head = head(in, left);
            left -= head.length();
            Matcher line = STATUS.matcher(head.lines().findFirst().orElse(""));
            if (!line.matches()) {
                break;
            }
            int code = Integer.parseInt(line.group(1));
            if (code >= 200) {
                return new Answer.Status(code);
            }
        }
        return new Answer.Failed(Fault.NO_HTTP);
    }

    private static String head(InputStream in, int most) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0 && head.length() < most; next = in.read()) {
            head.append((char) next);
            if (next == '\n'
                    && (head.toString().endsWith("\r\n\r\n") || head.toString().endsWith("\n\n"))) {
                break;
            }
        }
        return head.toString();
    }

    private static Fault fault(Throwable failure) {
        return switch (failure) {
            case UnknownHostException _ -> Fault.UNKNOWN_HOST;
            case SSLException _ -> Fault.NO_TRUST;
            default -> Fault.NO_CONNECTION;
        };
    }
}

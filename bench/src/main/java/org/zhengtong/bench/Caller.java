package org.zhengtong.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One connection to the program, kept open as long as the program does. As plain as HTTP/1.1 can be, so that what is measured on the same two cores is
 * the program and not its caller.
 */
final class Caller implements AutoCloseable {
    private final int port;
    private final Optional<InetAddress> from;
    private Socket socket;
    private InputStream in;
    private boolean ended;

    Caller(int port) throws IOException {
        this(port, Optional.empty());
    }

    /** @param from an address of this machine; empty for any */
    Caller(int port, Optional<InetAddress> from) throws IOException {
        this.port = port;
        this.from = from;
        this.socket = open();
        this.in = reading();
    }

    private Socket open() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        Socket opened = from.isPresent() ? new Socket(here, port, from.get(), 0) : new Socket(here, port);
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(60_000);
        return opened;
    }

    private InputStream reading() throws IOException {
        return new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    record Answer(int status, Map<String, String> headers, String body) {}

    Answer get(String path) throws IOException {
        return send("GET", path, Map.of(), "");
    }

    Answer send(String method, String path, Map<String, String> headers, String json) throws IOException {
        return send(method, path, headers, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String method, String path, Map<String, String> headers, String type, byte[] content)
            throws IOException {
        if (ended) {
            socket.close();
            socket = open();
            in = reading();
        }
        StringBuilder head = new StringBuilder(256)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: localhost:")
                .append(port)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (content.length > 0) {
            head.append("Content-Type: ")
                    .append(type)
                    .append("\r\nContent-Length: ")
                    .append(content.length)
                    .append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream request = new ByteArrayOutputStream(start.length + content.length);
        request.writeBytes(start);
        request.writeBytes(content);
        request.writeTo(socket.getOutputStream());
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        ended = "close".equals(headers.get("connection"));
        return new Answer(status, headers, new String(body(status, headers), StandardCharsets.UTF_8));
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                body.writeBytes(in.readNBytes(size));
                line();
            }
            line();
            return body.toByteArray();
        }
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

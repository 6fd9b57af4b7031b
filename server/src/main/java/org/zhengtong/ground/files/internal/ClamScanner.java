package org.zhengtong.ground.files.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengtong.ground.files.MalwareScanner;

/**
 * Asks a ClamAV daemon by its command {@code INSTREAM}: parts, each with its length in four bytes before it, ended by a
 * part of no length; the answer is one line, ended by a zero.
 */
final class ClamScanner implements MalwareScanner {
    private static final Logger LOG = LoggerFactory.getLogger(ClamScanner.class);
    private static final int PART = 64 << 10;
    private static final int LONGEST_ANSWER = 4096;
    private final InetSocketAddress address;
    private final int timeout;

    /** @param timeout milliseconds for connecting, and for the answer */
    ClamScanner(String host, int port, int timeout) {
        this.address = InetSocketAddress.createUnresolved(host, port);
        this.timeout = timeout;
    }

    @Override
    public Finding look(byte[] content) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), timeout);
            socket.setSoTimeout(timeout);
            send(content, new DataOutputStream(socket.getOutputStream()));
            return read(new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("The scanner for malware at {} does not answer: {}", address, e.getMessage());
            return Finding.UNREACHABLE;
        }
    }

    private static void send(byte[] content, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < content.length; at += PART) {
            int length = Math.min(PART, content.length - at);
            out.writeInt(length);
            out.write(content, at, length);
        }
        out.writeInt(0);
        out.flush();
    }

    private static Finding read(String answer) {
        String line = answer.replace("\0", "").strip();
        if (line.equals("stream: OK")) {
            return Finding.CLEAN;
        }
        if (line.startsWith("stream: ") && line.endsWith(" FOUND")) {
            LOG.warn("A file somebody handed in is malware: {}", line);
            return Finding.HARMFUL;
        }
        LOG.warn("The scanner for malware could not look at a file: {}", line);
        return Finding.UNREACHABLE;
    }
}

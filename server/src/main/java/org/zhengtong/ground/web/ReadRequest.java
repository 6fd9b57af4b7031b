package org.zhengtong.ground.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request whose body was read already and is read once more. */
public final class ReadRequest extends HttpServletRequestWrapper {
    private final byte[] body;
    private final Optional<String> caller;

    public ReadRequest(HttpServletRequest request, byte[] body) {
        this(request, body, Optional.empty());
    }

    /** @param caller whose request it was found to be, such as by its signature */
    public ReadRequest(HttpServletRequest request, byte[] body, String caller) {
        this(request, body, Optional.of(caller));
    }

    private ReadRequest(HttpServletRequest request, byte[] body, Optional<String> caller) {
        super(request);
        this.body = body.clone();
        this.caller = caller;
    }

    @Override
    public @Nullable String getRemoteUser() {
        return caller.isPresent() ? caller.get() : super.getRemoteUser();
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("the body is here already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}

package org.zhengtong.people.clients.web;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.zhengtong.ground.web.Problem;

/** What a program sent as a form, letter by letter: the server itself reads no form that is badly written. */
final class FormBody {
    private static final int LARGEST = 64 << 10;

    private FormBody() {}

    static String of(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                throw new Problem(413, "too-large");
            }
            return new String(body, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as the question of an address. */
    static String query(HttpServletRequest request) {
        return URLUtils.serializeParameters(URLUtils.parseParameters(of(request)));
    }
}

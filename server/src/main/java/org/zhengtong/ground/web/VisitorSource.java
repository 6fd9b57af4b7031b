package org.zhengtong.ground.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells the shell who is signed in; the room of identity answers. */
public interface VisitorSource {
    Optional<Visitor> visitor(HttpServletRequest request);

    /** Whose call it is, as the audit names them; the same for every session of a person. */
    Optional<String> caller(HttpServletRequest request);

    /** Whether the caller is signed in, or was until a while ago. */
    boolean isNoStranger(HttpServletRequest request);
}

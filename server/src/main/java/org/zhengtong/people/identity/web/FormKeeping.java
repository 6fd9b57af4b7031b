package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.zhengtong.ground.web.HouseCookie;
import org.zhengtong.ground.web.SameSite;
import org.zhengtong.people.identity.IdentitySettings;
import org.zhengtong.people.identity.KeptForm;
import org.zhengtong.people.identity.KeptForms;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;

/** Takes a form out of its request and remembers in a cookie that it waits. */
@Component
class FormKeeping {
    private static final String COOKIE = "zt_kept";
    private final KeptForms forms;
    private final Sessions sessions;
    private final IdentitySettings settings;

    FormKeeping(KeptForms forms, Sessions sessions, IdentitySettings settings) {
        this.forms = forms;
        this.sessions = sessions;
        this.settings = settings;
    }

    /** @return what the sign-in page is told about it */
    String keep(HttpServletRequest request, HttpServletResponse response) {
        if (SameSite.path(request.getRequestURI()).isEmpty()) {
            return "";
        }
        Optional<PersonId> owner = SessionToken.of(request).flatMap(sessions::lastOwner);
        Optional<String> ticket = forms.keep(form(request), owner);
        ticket.ifPresent(value -> HouseCookie.keep(COOKIE, value, settings.kept(), request, response));
        return ticket.isPresent() ? "&form=kept" : "&form=too-large";
    }

    Optional<KeptForm> waiting(HttpServletRequest request, SignedIn me) {
        return ticket(request).flatMap(ticket -> forms.find(ticket, me.person()));
    }

    /** The form is on its way again: there is nothing to keep any more. */
    void arrived(HttpServletRequest request, HttpServletResponse response, SignedIn me) {
        if (!"POST".equals(request.getMethod())) {
            return;
        }
        waiting(request, me)
                .filter(form -> form.path().equals(request.getRequestURI()))
                .ifPresent(form -> forget(request, response));
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        ticket(request).ifPresent(forms::forget);
        HouseCookie.forget(COOKIE, request, response);
    }

    private static KeptForm form(HttpServletRequest request) {
        List<KeptForm.Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (isKept(name)) {
                Arrays.stream(values).forEach(value -> fields.add(new KeptForm.Field(name, value)));
            }
        });
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<String> files =
                parts == null ? List.of() : List.copyOf(parts.getMultiFileMap().keySet());
        return new KeptForm(request.getRequestURI(), fields, files, parts != null);
    }

    private static boolean isKept(String name) {
        return !name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password");
    }

    private static Optional<String> ticket(HttpServletRequest request) {
        return HouseCookie.read(COOKIE, request);
    }
}

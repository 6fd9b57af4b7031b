package org.zhengtong.people.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;

/** Gives controllers their {@code SignedIn} and {@code Optional<SignedIn>}. */
class SignedInArgument implements HandlerMethodArgumentResolver {
    private final CurrentSession session;

    SignedInArgument(CurrentSession session) {
        this.session = session;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == SignedIn.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Optional<SignedIn> who = session.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        return parameter.isOptional() ? who : who.orElseThrow(() -> new Problem(401, "sign-in-required"));
    }
}

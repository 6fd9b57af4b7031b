package org.zhengtong.people.organisation.web;

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
import org.zhengtong.people.identity.SessionToken;
import org.zhengtong.people.identity.Sessions;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;

/** Gives controllers their {@code StaffMember} and {@code Optional<StaffMember>}. */
class StaffArgument implements HandlerMethodArgumentResolver {
    private final Sessions sessions;
    private final Organisation organisation;

    StaffArgument(Sessions sessions, Organisation organisation) {
        this.sessions = sessions;
        this.organisation = organisation;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == StaffMember.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest call = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Optional<SignedIn> who = SessionToken.of(call).flatMap(sessions::find);
        Optional<StaffMember> member = who.flatMap(organisation::onDuty);
        if (parameter.isOptional()) {
            return member;
        }
        return member.orElseThrow(
                () -> who.isPresent() ? new Problem(403, "staff-only") : new Problem(401, "sign-in-required"));
    }
}

package org.zhengtong.people.identity.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.zhengtong.people.identity.FreshlyConfirmed;
import org.zhengtong.people.identity.SecondFactors;
import org.zhengtong.people.identity.SignInRequired;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Workplaces;

/** What somebody who is signed in proves first, before a page that asks for more. */
@Component
class ProofSteps {
    static final String CONFIRM = "/my/confirm";
    static final String ENROL = "/my/security/codes";
    private final SecondFactors factors;
    private final Workplaces workplaces;
    private final Clock clock;

    ProofSteps(SecondFactors factors, Workplaces workplaces, Clock clock) {
        this.factors = factors;
        this.workplaces = workplaces;
        this.clock = clock;
    }

    /** Where to go first; empty when nothing is missing. */
    Optional<String> first(SignedIn who, HandlerMethod method) {
        if (isForTwice(method)
                && !who.proof().twice()
                && workplaces.workplace(who.person()).isPresent()) {
            return Optional.of(factors.of(who.person()).isTwice() ? CONFIRM : ENROL);
        }
        return isForFresh(method) && !who.proof().isFreshAt(clock.instant()) ? Optional.of(CONFIRM) : Optional.empty();
    }

    private static boolean isForFresh(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), FreshlyConfirmed.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), FreshlyConfirmed.class);
    }

    private static boolean isForTwice(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> {
            SignInRequired required =
                    AnnotationUtils.findAnnotation(parameter.getParameterType(), SignInRequired.class);
            return required != null && required.twice();
        });
    }
}

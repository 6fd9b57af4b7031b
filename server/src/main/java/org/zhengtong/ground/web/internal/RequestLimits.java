package org.zhengtong.ground.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.Tries;
import org.zhengtong.ground.web.TryAgain;
import org.zhengtong.ground.web.VisitorSource;

/**
 * Counts requests by address, by person, and by what they ask for. What guards a secret (passwords, receipts, codes) has
 * narrower limits of its own; this one keeps a single caller from reading the house out or wearing it down.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 200)
final class RequestLimits extends OncePerRequestFilter {
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final Pattern STILL = Pattern.compile("/webjars/.*|/[a-z-]+\\.(css|js|svg|png|ico)");

    /** What stands for one thing among many: numbers, identifiers, codes. */
    private static final Pattern ONE_OF_MANY = Pattern.compile("/[^/]*[0-9][^/]*");

    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]+");
    private static final Pattern VERSION = Pattern.compile("^/api/v[0-9]+");

    private final VisitorSource visitors;
    private final Clock clock;
    private final List<IpAddressMatcher> unlimited;
    private final Tries addresses;
    private final Tries addressesByKind;
    private final Tries persons;
    private final Tries personsByKind;

    RequestLimits(LimitSettings settings, VisitorSource visitors, Clock clock) {
        this.visitors = visitors;
        this.clock = clock;
        this.unlimited =
                settings.unlimitedNetworks().stream().map(IpAddressMatcher::new).toList();
        this.addresses = Tries.allTogether(clock, settings.ofAddress(), SPAN);
        this.addressesByKind = Tries.allTogether(clock, third(settings.ofAddress()), SPAN);
        this.persons = Tries.allTogether(clock, settings.ofPerson(), SPAN);
        this.personsByKind = Tries.allTogether(clock, third(settings.ofPerson()), SPAN);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return STILL.matcher(request.getRequestURI()).matches() || isUnlimited(request.getRemoteAddr());
    }

    private boolean isUnlimited(String address) {
        return NUMERIC.matcher(address).matches() && unlimited.stream().anyMatch(network -> network.matches(address));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Instant> again = again(request);
        if (again.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        TryAgain then = new TryAgain(again.get());
        response.setHeader(HttpHeaders.RETRY_AFTER, then.secondsAfter(clock.instant()));
        ErrorPages.forward(new Problem(429, "too-many-requests"), request, response);
    }

    private Optional<Instant> again(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String kind = kind(request);
        return addresses
                .take(address)
                .or(() -> addressesByKind.take(address + " " + kind))
                .or(() -> visitors.caller(request)
                        .flatMap(person -> persons.take(person).or(() -> personsByKind.take(person + " " + kind))));
    }

    /** The same for all cases, items, files: what is asked, without what it is asked of. */
    private static String kind(HttpServletRequest request) {
        String path = VERSION.matcher(request.getRequestURI()).replaceFirst("/api");
        return request.getMethod() + " " + ONE_OF_MANY.matcher(path).replaceAll("/*");
    }

    private static long third(long all) {
        return Math.max(1, all / 3);
    }
}

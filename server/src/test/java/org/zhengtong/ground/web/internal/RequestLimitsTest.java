package org.zhengtong.ground.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.Visitor;
import org.zhengtong.ground.web.VisitorSource;
import org.zhengtong.testing.TestClock;

class RequestLimitsTest {
    private static final String FAR = "203.0.113.5";
    private static final String CALLER = "who";

    private final TestClock clock = new TestClock();
    private final RequestLimits limits = new RequestLimits(
            new LimitSettings(30, 12, List.of("127.0.0.0/8", "::1/128", "10.20.0.0/16")), new NamedCallers(), clock);

    @Test
    void an_address_is_answered_so_often_and_then_told_when_to_come_again() throws Exception {
        assertThat(answered(FAR, "", 40, "/search", "/items", "/halls", "/bundles"))
                .isEqualTo(30);

        MockHttpServletResponse refused = call(FAR, "", "GET", "/about");
        assertThat(refused.getForwardedUrl()).isEqualTo("/error");
        assertThat(refused.getHeader("Retry-After")).isEqualTo("61");
        assertThat(answered("203.0.113.6", "", 1, "/search")).isEqualTo(1);

        clock.advance(Duration.ofSeconds(61));
        assertThat(answered(FAR, "", 1, "/search")).isEqualTo(1);
    }

    @Test
    void one_kind_of_request_is_at_most_a_third_whatever_it_is_asked_of() throws Exception {
        int answered = 0;
        for (int i = 0; i < 20; i++) {
            answered += answered(FAR, "", 1, "/api/v1/items/1154030" + i);
        }

        assertThat(answered).isEqualTo(10);
        assertThat(answered(FAR, "", 1, "/api/v1/halls")).isEqualTo(1);
    }

    @Test
    void a_person_does_not_get_further_by_coming_from_many_addresses() throws Exception {
        int answered = 0;
        for (int i = 0; i < 30; i++) {
            answered += answered("203.0.113." + i, "person:1", 1, "/page-" + "abcdefghij".charAt(i % 10));
        }

        assertThat(answered).isEqualTo(12);
        assertThat(answered("203.0.113.1", "person:2", 1, "/my")).isEqualTo(1);
    }

    @Test
    void one_thing_done_again_and_again_by_a_person_is_at_most_a_third() throws Exception {
        int answered = 0;
        for (int i = 0; i < 8; i++) {
            answered += done("203.0.113." + i, "person:1", "POST", "/my/cases/" + i + "/withdraw");
        }

        assertThat(answered).isEqualTo(4);
    }

    @Test
    void this_machine_and_networks_that_were_named_are_not_counted() throws Exception {
        for (String address : List.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "10.20.3.4")) {
            assertThat(answered(address, "", 50, "/search")).as(address).isEqualTo(50);
        }
    }

    @Test
    void what_is_no_address_is_counted_as_one() throws Exception {
        assertThat(answered("unknown", "", 50, "/search")).isEqualTo(10);
    }

    @Test
    void pictures_and_styles_are_not_counted() throws Exception {
        assertThat(answered(FAR, "", 100, "/zt.css", "/webjars/htmx.org/htmx.js"))
                .isEqualTo(100);
        assertThat(answered(FAR, "", 1, "/search")).isEqualTo(1);
    }

    private int answered(String address, String caller, int times, String... paths) throws Exception {
        int answered = 0;
        for (int i = 0; i < times; i++) {
            answered += done(address, caller, "GET", paths[i % paths.length]);
        }
        return answered;
    }

    private int done(String address, String caller, String method, String path) throws Exception {
        return call(address, caller, method, path).getForwardedUrl() == null ? 1 : 0;
    }

    private MockHttpServletResponse call(String address, String caller, String method, String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        request.setAttribute(CALLER, caller);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        limits.doFilter(request, response, chain);
        boolean passed = chain.getRequest() != null;
        assertThat(request.getAttribute(Problem.class.getName()) == null).isEqualTo(passed);
        return response;
    }

    private static final class NamedCallers implements VisitorSource {
        @Override
        public Optional<Visitor> visitor(HttpServletRequest request) {
            return Optional.empty();
        }

        @Override
        public Optional<String> caller(HttpServletRequest request) {
            return Optional.of((String) request.getAttribute(CALLER)).filter(name -> !name.isEmpty());
        }

        @Override
        public boolean isNoStranger(HttpServletRequest request) {
            return caller(request).isPresent();
        }
    }
}

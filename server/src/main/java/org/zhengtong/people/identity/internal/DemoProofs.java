package org.zhengtong.people.identity.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.zhengtong.people.identity.IdentityProof;

/** In the demo, showing oneself is a page with two buttons that says what it is. A real city connects the real services. */
@Configuration(proxyBeanMethods = false)
@Profile({"demo", "test"})
class DemoProofs {
    private static final String PAGE = "/demo-proof";

    @Bean
    IdentityProof demoNetworkIdentity() {
        return new Pretended(IdentityProof.Kind.NETWORK_IDENTITY);
    }

    @Bean
    IdentityProof demoFace() {
        return new Pretended(IdentityProof.Kind.FACE);
    }

    private record Pretended(Kind kind) implements IdentityProof {
        @Override
        public boolean isDemonstration() {
            return true;
        }

        @Override
        public URI begin(Whom whom, String state, URI back) {
            return URI.create(PAGE + "?kind=" + kind + "&state=" + state + "&back="
                    + URLEncoder.encode(back.getPath(), StandardCharsets.UTF_8));
        }

        @Override
        public boolean isProven(Whom whom, Map<String, String> answer) {
            return "yes".equals(answer.get("shown"));
        }
    }
}

package org.zhengtong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.internal.CheckpointNow;
import org.zhengtong.testing.ZhengtongTest;

/** A citizen's own browser checks a proof; the server is not asked. */
@ZhengtongTest
class ProofInTheBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @Autowired
    AuditLog log;

    @Autowired
    AuditTrail trail;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_proof_is_checked_in_the_browser_and_a_changed_one_is_refused_with_the_reason() {
        UUID subject = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> log.append(subject, "cases.file", "system", Map.of()));
        transaction.executeWithoutResult(_ -> log.append(subject, "cases.accept", "system", Map.of()));
        CheckpointNow.make(program);
        String digest = trail.find(AuditQuestion.about(subject, 2)).getLast().digest();

        try (Surfer surfer = new Surfer(port, Device.PHONE)) {
            surfer.go("/audit/proofs/" + digest);
            assertThat(surfer.find("[data-verdict]").innerText()).contains("存证真实", "由您的浏览器核验", digest);
            surfer.photograph("proof-phone");
            List<String> asked = new ArrayList<>();
            surfer.page().onRequest((Request request) -> asked.add(request.url()));
            String proof = surfer.find("#proof").inputValue();
            String key = surfer.find("#key").inputValue();

            Map<String, String> changes = Map.of(
                    proof.replace("index ", "index 1"), "不在日志里",
                    proof.replaceFirst("(?m)\\n(\\d+)\\n", "\n1$1\n"), "签名对不上",
                    proof.substring(0, 200), "不是完整的证明文件",
                    proof.replaceFirst("(?s)\\n\\n.*", "\n\nother\n"), "签名部分不完整");
            changes.forEach((changed, why) -> {
                surfer.type("#proof", changed).find("form[data-audit] button").click();
                assertThat(surfer.find("[data-verdict]").innerText())
                        .as(changed)
                        .contains("核验没有通过", why);
            });
            surfer.find("details summary").click();
            surfer.type("#proof", proof)
                    .type("#key", key.substring(0, key.length() - 4))
                    .find("form[data-audit] button")
                    .click();
            assertThat(surfer.find("[data-verdict]").innerText()).contains("公钥不完整");
            surfer.type("#key", key).find("form[data-audit] button").click();
            assertThat(surfer.find("[data-verdict]").innerText()).contains("存证真实");
            assertThat(asked).isEmpty();
            surfer.look();
        }
    }
}

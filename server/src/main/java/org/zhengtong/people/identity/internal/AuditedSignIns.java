package org.zhengtong.people.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.audit.AuditQuestion;
import org.zhengtong.ground.audit.AuditTrail;
import org.zhengtong.ground.audit.Leaf;
import org.zhengtong.people.identity.SignInHistory;
import org.zhengtong.people.identity.SignInTry;
import org.zhengtong.people.identity.SignInTry.Result;
import org.zhengtong.people.identity.SignInWay;
import org.zhengtong.people.identity.SignedIn;

/** Read from the audit, which nobody can bend. */
@Service
class AuditedSignIns implements SignInHistory {
    private static final int MOST = 30;
    private final AuditTrail trail;

    AuditedSignIns(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public List<SignInTry> of(SignedIn me) {
        AuditQuestion question = new AuditQuestion(
                Optional.of(me.person().value()),
                Optional.of("identity."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                200);
        return trail.find(question).stream()
                .flatMap(AuditedSignIns::tries)
                .limit(MOST)
                .toList();
    }

    private static Stream<SignInTry> tries(Leaf leaf) {
        return switch (leaf.action()) {
            case "identity.sign-in" -> Stream.of(one(leaf, Result.SIGNED_IN));
            case "identity.sign-in-refused" -> Stream.of(one(leaf, Result.REFUSED));
            default -> Stream.empty();
        };
    }

    private static SignInTry one(Leaf leaf, Result result) {
        Map<String, String> facts = leaf.facts();
        return new SignInTry(
                leaf.at(),
                result,
                facts.getOrDefault("way", SignInWay.PASSWORD.name()),
                facts.getOrDefault("device", ""));
    }
}

package org.zhengtong.people.identity.internal;

import java.net.URI;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.IdentityProof;
import org.zhengtong.people.identity.IdentityProof.Kind;
import org.zhengtong.people.identity.IdentityProofs;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.RealName;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.internal.Challenges.Purpose;

@Service
class ShownIdentities implements IdentityProofs {
    private final Map<Kind, IdentityProof> connected = new EnumMap<>(Kind.class);
    private final PersonStore persons;
    private final Challenges challenges;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ShownIdentities(
            ObjectProvider<IdentityProof> proofs,
            PersonStore persons,
            Challenges challenges,
            AuditLog audit,
            TransactionTemplate transaction) {
        proofs.orderedStream().forEach(proof -> connected.putIfAbsent(proof.kind(), proof));
        this.persons = persons;
        this.challenges = challenges;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public Set<Kind> connected() {
        return Set.copyOf(connected.keySet());
    }

    @Override
    public boolean isDemonstration(Kind kind) {
        return of(kind).isDemonstration();
    }

    @Override
    public URI begin(SignedIn me, Kind kind, URI back) {
        byte[] state = challenges.ask(purpose(kind), Optional.of(me.person()));
        return of(kind).begin(
                        whom(me.person()),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(state),
                        back);
    }

    @Override
    public boolean finish(SignedIn me, Kind kind, Map<String, String> answer) {
        boolean proven = isAsked(me.person(), kind, answer.getOrDefault("state", ""))
                && of(kind).isProven(whom(me.person()), answer);
        transaction.executeWithoutResult(_ -> {
            if (proven) {
                persons.setRealName(me.person(), RealName.SHOWN);
            }
            audit.append(
                    me.person().value(),
                    proven ? "identity.show" : "identity.show-refused",
                    me.actor(),
                    Map.of("kind", kind.name(), "demonstration", Boolean.toString(isDemonstration(kind))));
        });
        return proven;
    }

    private boolean isAsked(PersonId person, Kind kind, String state) {
        try {
            return challenges.answer(Base64.getUrlDecoder().decode(state), purpose(kind), Optional.of(person));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private IdentityProof of(Kind kind) {
        return Optional.ofNullable(connected.get(kind)).orElseThrow(() -> Problem.notFound("proof-not-connected"));
    }

    private IdentityProof.Whom whom(PersonId person) {
        return new IdentityProof.Whom(
                persons.name(person).orElseThrow(), persons.number(person).orElseThrow());
    }

    private static Purpose purpose(Kind kind) {
        return switch (kind) {
            case NETWORK_IDENTITY -> Purpose.NETWORK_IDENTITY;
            case FACE -> Purpose.FACE;
        };
    }
}

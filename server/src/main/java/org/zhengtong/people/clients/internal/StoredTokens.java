package org.zhengtong.people.clients.internal;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.people.clients.Authorizations.Consent;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.Tokens;
import org.zhengtong.people.clients.internal.SignInStore.Kind;
import org.zhengtong.people.clients.internal.SignInStore.SignIn;
import org.zhengtong.people.identity.Sessions;

@Service
class StoredTokens implements Tokens {
    private final SignInStore signIns;
    private final ClientStore clients;
    private final ConsentStore consents;
    private final IdTokens idTokens;
    private final PersonalClaims claims;
    private final PairwiseNames names;
    private final Sessions sessions;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredTokens(
            SignInStore signIns,
            ClientStore clients,
            ConsentStore consents,
            IdTokens idTokens,
            PersonalClaims claims,
            PairwiseNames names,
            Sessions sessions,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.signIns = signIns;
        this.clients = clients;
        this.consents = consents;
        this.idTokens = idTokens;
        this.claims = claims;
        this.names = names;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Optional<Issued> redeem(Client client, String code, String redirect, String verifier) {
        return inTransaction(() -> signIns.withCode(Unguessable.digest(code))
                .filter(signIn -> signIn.client().equals(client.id()))
                .flatMap(signIn -> redeem(client, signIn, redirect, verifier)));
    }

    private Optional<Issued> redeem(Client client, SignIn signIn, String redirect, String verifier) {
        Instant now = clock.instant();
        boolean fits = signIn.redirect().equals(redirect) && fits(verifier, signIn.challenge());
        if (signIn.codeUsed() || !fits) {
            stolen(client, signIn, "code");
            return Optional.empty();
        }
        signIns.useCode(signIn.id(), now);
        if (!now.isBefore(signIn.codeExpires()) || signIn.ended() || !isSessionOpen(signIn)) {
            return Optional.empty();
        }
        consents.used(signIn.person(), client.id(), now);
        write(client, signIn, "sign-in");
        return Optional.of(issue(client, signIn, true, now));
    }

    private static boolean fits(String verifier, String challenge) {
        try {
            String computed = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                    .getValue();
            return MessageDigest.isEqual(
                    computed.getBytes(StandardCharsets.US_ASCII), challenge.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    @Override
    public Optional<Issued> refresh(Client client, String token) {
        byte[] digest = Unguessable.digest(token);
        return inTransaction(() -> signIns.heldToken(digest)
                .filter(held -> held.kind() == Kind.REFRESH && isOf(client, held))
                .flatMap(held -> refresh(client, held, digest)));
    }

    private Optional<Issued> refresh(Client client, SignInStore.Token held, byte[] digest) {
        Instant now = clock.instant();
        if (held.used()) {
            stolen(client, held.signIn(), "refresh");
            return Optional.empty();
        }
        if (!client.refresh() || !held.isGoodAt(now) || !isSessionOpen(held.signIn())) {
            return Optional.empty();
        }
        signIns.useToken(digest, now);
        write(client, held.signIn(), "refresh");
        return Optional.of(issue(client, held.signIn(), false, now));
    }

    private Issued issue(Client client, SignIn signIn, boolean first, Instant now) {
        String access = Unguessable.drawn();
        signIns.addToken(signIn.id(), Kind.ACCESS, Unguessable.digest(access), now, now.plus(ACCESS));
        Optional<String> refresh = client.refresh() ? Optional.of(Unguessable.drawn()) : Optional.empty();
        refresh.ifPresent(
                one -> signIns.addToken(signIn.id(), Kind.REFRESH, Unguessable.digest(one), now, now.plus(REFRESH)));
        return new Issued(access, refresh, idTokens.of(signIn, client, first, now), signIn.scopes());
    }

    /** Two hold what only one may: nobody knows which of them is the client. */
    private void stolen(Client client, SignIn signIn, String what) {
        if (signIns.end(signIn.id(), Endings.REPLAYED, clock.instant())) {
            audit.append(
                    signIn.person().value(),
                    "clients.replayed",
                    client.actor(),
                    Map.of("client", client.id().toString(), "name", client.name(), "what", what));
        }
    }

    @Override
    public void revoke(Client client, String token) {
        byte[] digest = Unguessable.digest(token);
        transaction.executeWithoutResult(_ -> signIns.heldToken(digest)
                .filter(held -> isOf(client, held))
                .ifPresent(held -> {
                    if (held.kind() == Kind.ACCESS) {
                        signIns.removeToken(digest);
                    } else {
                        signIns.end(held.signIn().id(), Endings.CLIENT, clock.instant());
                    }
                    write(client, held.signIn(), "revoke-token");
                }));
    }

    @Override
    public Optional<Standing> standing(Client client, String token) {
        return good(token)
                .filter(held -> isOf(client, held))
                .map(held -> new Standing(
                        names.subject(client, held.signIn().person()),
                        allowed(client, held.signIn()),
                        held.kind() == Kind.ACCESS,
                        held.issued(),
                        held.expires()));
    }

    @Override
    public Optional<Map<String, Object>> claims(String access) {
        return inTransaction(() -> good(access)
                .filter(held -> held.kind() == Kind.ACCESS)
                .flatMap(held -> clients.find(held.signIn().client())
                        .filter(client -> !client.suspended())
                        .map(client -> look(client, held.signIn()))));
    }

    private Map<String, Object> look(Client client, SignIn signIn) {
        Set<ClaimScope> scopes = allowed(client, signIn);
        audit.append(
                signIn.person().value(),
                "clients.look",
                client.actor(),
                Map.of(
                        "client", client.id().toString(),
                        "name", client.name(),
                        "purpose", client.purpose(),
                        "scopes", ClaimScope.words(scopes)));
        return claims.of(signIn.person(), client, scopes);
    }

    /** What was asked for then, is still allowed by the person, and may still be asked for by the client. */
    private Set<ClaimScope> allowed(Client client, SignIn signIn) {
        Set<ClaimScope> scopes = EnumSet.of(ClaimScope.OPENID);
        scopes.addAll(signIn.scopes());
        scopes.retainAll(client.scopes());
        scopes.retainAll(
                consents.find(signIn.person(), client.id()).map(Consent::scopes).orElse(Set.of()));
        return scopes;
    }

    private Optional<SignInStore.Token> good(String token) {
        return signIns.token(Unguessable.digest(token))
                .filter(held -> held.isGoodAt(clock.instant()) && isSessionOpen(held.signIn()));
    }

    private boolean isSessionOpen(SignIn signIn) {
        return !sessions.open(Set.of(signIn.session())).isEmpty();
    }

    private static boolean isOf(Client client, SignInStore.Token held) {
        return held.signIn().client().equals(client.id());
    }

    private void write(Client client, SignIn signIn, String what) {
        audit.append(
                signIn.person().value(),
                "clients." + what,
                client.actor(),
                Map.of(
                        "client", client.id().toString(),
                        "name", client.name(),
                        "scopes", ClaimScope.words(signIn.scopes())));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}

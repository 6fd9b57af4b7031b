package org.zhengtong.people.clients.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.clients.AllowedClients;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.Client;
import org.zhengtong.people.clients.ClientOrder;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.clients.Clients;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;

/** Systems that people sign in to through the house, for programs. */
@Tag(name = "Clients")
@RestController
class ClientsApi {
    private final Clients clients;
    private final AllowedClients allowed;
    private final MessageSource messages;

    ClientsApi(Clients clients, AllowedClients allowed, MessageSource messages) {
        this.clients = clients;
        this.allowed = allowed;
        this.messages = messages;
    }

    @Operation(summary = "Systems that may ask who I am")
    @GetMapping("/api/v1/me/clients")
    Mine mine(SignedIn me) {
        return new Mine(allowed.of(me).stream()
                .map(one -> new MyLine(
                        one.client().id(),
                        one.client().name(),
                        one.bodyName(),
                        one.client().purpose(),
                        one.scopes().stream().sorted().map(ClaimScope::word).toList(),
                        one.since(),
                        one.used()))
                .toList());
    }

    @Operation(summary = "A system may no longer ask who I am; its sign-ins end")
    @DeleteMapping("/api/v1/me/clients/{id}")
    Mine end(SignedIn me, @PathVariable UUID id) {
        allowed.end(me, id);
        return mine(me);
    }

    @Operation(summary = "All clients")
    @GetMapping("/api/v1/staff/clients")
    Lines all(StaffMember me) {
        return new Lines(clients.all(me).stream().map(Line::of).toList());
    }

    @Operation(summary = "A client")
    @GetMapping("/api/v1/staff/clients/{id}")
    Line one(StaffMember me, @PathVariable UUID id) {
        return Line.of(clients.client(me, id));
    }

    @Operation(summary = "Register a client; its secret is in the answer and nowhere else")
    @PostMapping("/api/v1/staff/clients")
    Made register(StaffMember me, @RequestBody NewClient body, Locale locale) {
        ClientOrder order = body.settings().order(body.body(), body.proof());
        return switch (clients.register(me, order)) {
            case Clients.Answer.Registered(UUID id, Optional<SharedSecret> secret) ->
                new Made(Line.of(clients.client(me, id)), secret.map(SharedSecret::value));
            case Clients.Answer.Wrong(List<WrongField> fields) -> throw wrong(fields, locale);
            case Clients.Answer.Changed() -> throw new IllegalStateException("a new client is registered");
        };
    }

    @Operation(summary = "Change a client; body and proof stay")
    @PutMapping("/api/v1/staff/clients/{id}")
    Line change(StaffMember me, @PathVariable UUID id, @RequestBody Settings body, Locale locale) {
        Client before = clients.client(me, id).client();
        if (clients.change(me, id, body.order(before.body(), before.proof().name()))
                instanceof Clients.Answer.Wrong(List<WrongField> fields)) {
            throw wrong(fields, locale);
        }
        return one(me, id);
    }

    @Operation(summary = "Make a new secret; the one before is no longer good")
    @PostMapping("/api/v1/staff/clients/{id}/secret")
    Made renewSecret(StaffMember me, @PathVariable UUID id) {
        SharedSecret secret = clients.renewSecret(me, id);
        return new Made(one(me, id), Optional.of(secret.value()));
    }

    @Operation(summary = "Suspend a client; nothing it holds is good any more")
    @PostMapping("/api/v1/staff/clients/{id}/suspension")
    Line suspend(StaffMember me, @PathVariable UUID id) {
        clients.suspend(me, id);
        return one(me, id);
    }

    @Operation(summary = "Let a suspended client ask again")
    @DeleteMapping("/api/v1/staff/clients/{id}/suspension")
    Line resume(StaffMember me, @PathVariable UUID id) {
        clients.resume(me, id);
        return one(me, id);
    }

    private Problem wrong(List<WrongField> wrong, Locale locale) {
        Map<String, String> sentences = new LinkedHashMap<>();
        wrong.forEach(one -> sentences.put(
                one.field(),
                Objects.requireNonNull(
                        messages.getMessage(one.sentence(), one.values().toArray(), one.sentence(), locale))));
        return new Problem(422, "wrong-fields", sentences);
    }

    record Mine(List<MyLine> clients) {}

    /** @param used when the person last signed in there */
    record MyLine(
            UUID id, String name, String bodyName, String purpose, List<String> scopes, Instant since, Instant used) {}

    record Lines(List<Line> clients) {}

    /** @param people how many allow it to be told something of them */
    record Line(
            UUID id,
            String name,
            String body,
            String purpose,
            ClientProof proof,
            List<String> redirects,
            List<String> afterSignOut,
            Optional<String> logout,
            List<String> scopes,
            boolean refresh,
            boolean suspended,
            Instant created,
            long people) {
        static Line of(Clients.Summary summary) {
            Client client = summary.client();
            return new Line(
                    client.id(),
                    client.name(),
                    client.body(),
                    client.purpose(),
                    client.proof(),
                    client.redirects(),
                    client.afterSignOut(),
                    client.logout(),
                    client.scopes().stream().sorted().map(ClaimScope::word).toList(),
                    client.refresh(),
                    client.suspended(),
                    client.created(),
                    summary.people());
        }
    }

    record Made(Line client, Optional<String> secret) {
        @Override
        public String toString() {
            return "Made";
        }
    }

    /**
     * @param body USCC of the body that runs it
     * @param proof {@code SECRET}, {@code KEY} or {@code NONE}
     */
    record NewClient(String body, String proof, Settings settings) {}

    /** @param keys a JWK set, when it proves itself by a key */
    record Settings(
            String name,
            String purpose,
            List<String> redirects,
            Optional<List<String>> afterSignOut,
            Optional<String> logout,
            Set<String> scopes,
            Optional<Boolean> refresh,
            Optional<String> keys) {
        ClientOrder order(String body, String proof) {
            return new ClientOrder(
                    name,
                    body,
                    purpose,
                    proof,
                    String.join("\n", redirects),
                    String.join("\n", afterSignOut.orElse(List.of())),
                    logout.orElse(""),
                    scopes,
                    refresh.orElse(true),
                    keys.orElse(""));
        }
    }
}

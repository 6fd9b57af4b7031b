package org.zhengtong.people.identity.internal;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Passkeys.Site;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What WebAuthn asks of a server (level 2, sections 7.1 and 7.2), done by webauthn4j: origin, domain, challenge, signature,
 * presence and verification of the user, and a counter that only grows. Which maker's authenticator it is, is not asked.
 */
@Component
class Ceremony {
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final int LONGEST_ANSWER = 20_000;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final JsonMapper json;

    Ceremony(JsonMapper json) {
        this.json = json;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Created(byte[] credentialId, byte[] credential, long counter, boolean backedUp, String transports) {}

    record Verified(long counter, boolean backedUp) {}

    static List<Long> algorithms() {
        return ALGORITHMS.stream().map(COSEAlgorithmIdentifier::getValue).toList();
    }

    /** The challenge somebody claims to answer; empty when it is no answer at all. */
    Optional<byte[]> challengeOf(String answer) {
        return read(answer)
                .flatMap(node -> bytes(node.path("response"), "clientDataJSON"))
                .flatMap(bytes -> read(new String(bytes, StandardCharsets.UTF_8)))
                .flatMap(node -> bytes(node, "challenge"));
    }

    /** Empty when anything about it is not as it should be. */
    Optional<Created> created(Site site, byte[] challenge, String answer) {
        Optional<JsonNode> response = read(answer).map(node -> node.path("response"));
        Optional<byte[]> attestation = response.flatMap(node -> bytes(node, "attestationObject"));
        Optional<byte[]> client = response.flatMap(node -> bytes(node, "clientDataJSON"));
        if (attestation.isEmpty() || client.isEmpty()) {
            return Optional.empty();
        }
        try {
            RegistrationData data = library.parse(new RegistrationRequest(attestation.get(), client.get()));
            library.verify(data, new RegistrationParameters(server(site, challenge), parameters(), true, true));
            var authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return Optional.of(new Created(
                    credential.getCredentialId(),
                    credentials.convert(credential),
                    authenticator.getSignCount(),
                    authenticator.isFlagBS(),
                    transports(response.get())));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<byte[]> credentialOf(String answer) {
        return read(answer).flatMap(node -> bytes(node, "rawId"));
    }

    /** Empty when anything about it is not as it should be. */
    Optional<Verified> verified(Site site, byte[] challenge, PasskeyStore.Kept passkey, String answer) {
        Optional<JsonNode> response = read(answer).map(node -> node.path("response"));
        Optional<byte[]> id = credentialOf(answer);
        Optional<byte[]> client = response.flatMap(node -> bytes(node, "clientDataJSON"));
        Optional<byte[]> authenticator = response.flatMap(node -> bytes(node, "authenticatorData"));
        Optional<byte[]> signature = response.flatMap(node -> bytes(node, "signature"));
        if (id.isEmpty() || client.isEmpty() || authenticator.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        try {
            CredentialRecordImpl record = new CredentialRecordImpl(
                    null,
                    true,
                    null,
                    passkey.backedUp(),
                    passkey.counter(),
                    credentials.convert(passkey.credential()),
                    null,
                    null,
                    null,
                    null);
            AuthenticationData data = library.parse(
                    new AuthenticationRequest(id.get(), authenticator.get(), client.get(), signature.get()));
            library.verify(
                    data, new AuthenticationParameters(server(site, challenge), record, List.of(id.get()), true, true));
            var shown = Objects.requireNonNull(data.getAuthenticatorData());
            return Optional.of(new Verified(shown.getSignCount(), shown.isFlagBS()));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<PublicKeyCredentialParameters> parameters() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }

    private static ServerProperty server(Site site, byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(site.origin()))
                .rpId(site.domain())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    /** Words of the standard only; what else an answer claims is left out. */
    private static String transports(JsonNode response) {
        List<String> known = List.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");
        List<String> named = response.path("transports")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
        return known.stream().filter(named::contains).collect(Collectors.joining(","));
    }

    private Optional<JsonNode> read(String text) {
        if (text.length() > LONGEST_ANSWER) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(value.stringValue());
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.zhengtong.people.clients.internal;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhengtong.ground.calls.Reach;
import org.zhengtong.ground.calls.ReceiverAddress;
import org.zhengtong.people.clients.ClaimScope;
import org.zhengtong.people.clients.ClientOrder;
import org.zhengtong.people.clients.ClientProof;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.WrongField;

/** What is wrong with a client as it was typed. */
record OrderCheck(Reach reach) {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_PURPOSE = 120;
    private static final int MOST_ADDRESSES = 10;
    private static final int LONGEST_KEYS = 20_000;

    List<WrongField> wrong(ClientOrder order, Optional<ClientProof> proof) {
        List<WrongField> wrong = new ArrayList<>();
        text(wrong, "name", PlainText.tidy(order.name()), LONGEST_NAME);
        text(wrong, "purpose", PlainText.tidy(order.purpose()), LONGEST_PURPOSE);
        if (proof.isEmpty()) {
            wrong.add(new WrongField("proof", "clients.wrong.proof"));
        }
        List<String> redirects = lines(order.redirects());
        if (redirects.isEmpty()) {
            wrong.add(new WrongField("redirects", "clients.wrong.redirects-empty"));
        }
        addresses(wrong, "redirects", redirects);
        addresses(wrong, "afterSignOut", lines(order.afterSignOut()));
        logout(order.logout().strip()).ifPresent(wrong::add);
        Set<ClaimScope> scopes = ClaimScope.known(order.scopes());
        if (!scopes.contains(ClaimScope.OPENID)
                || scopes.size() < order.scopes().size()) {
            wrong.add(new WrongField("scopes", "clients.wrong.scopes"));
        }
        if (proof.equals(Optional.of(ClientProof.KEY)) && !areKeys(order.keys())) {
            wrong.add(new WrongField("keys", "clients.wrong.keys"));
        }
        return wrong;
    }

    static Set<ClaimScope> scopes(ClientOrder order) {
        Set<ClaimScope> scopes = EnumSet.of(ClaimScope.OPENID);
        scopes.addAll(ClaimScope.known(order.scopes()));
        return scopes;
    }

    static List<String> lines(String text) {
        return Stream.of(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static void text(List<WrongField> wrong, String field, String text, int most) {
        PlainText.checkRequired(field, text, most, "clients.wrong.empty").ifPresent(wrong::add);
    }

    /** They are compared letter by letter: what a browser would write otherwise could never match. */
    private static void addresses(List<WrongField> wrong, String field, List<String> lines) {
        boolean good = lines.stream()
                .allMatch(line -> ReceiverAddress.parse(line)
                        .filter(address -> address.toString().equals(line)
                                || address.toString().equals(line + "/"))
                        .isPresent());
        if (!good || lines.size() > MOST_ADDRESSES) {
            wrong.add(new WrongField(field, "clients.wrong.addresses"));
        }
    }

    private Optional<WrongField> logout(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReceiverAddress> address = ReceiverAddress.parse(typed);
        if (address.isEmpty()) {
            return Optional.of(new WrongField("logout", "clients.wrong.logout"));
        }
        return reach.mayCover(address.get().host())
                ? Optional.empty()
                : Optional.of(new WrongField("logout", "clients.wrong.inside"));
    }

    private static boolean areKeys(String text) {
        if (text.length() > LONGEST_KEYS) {
            return false;
        }
        try {
            JWKSet keys = JWKSet.parse(text);
            return !keys.isEmpty()
                    && keys.getKeys().stream().allMatch(key -> key instanceof AsymmetricJWK && !key.isPrivate());
        } catch (ParseException e) {
            return false;
        }
    }
}

package org.zhengtong.services.machines.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.NumberSignIns;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.machines.bridge.Card;
import org.zhengtong.services.queue.QueueHouse;
import org.zhengtong.testing.Browser;
import org.zhengtong.testing.People;
import org.zhengtong.testing.People.Someone;

/** An identity card on the reader of a machine, whose bridge is played by the test. */
class CardPagesTest extends QueueHouse {
    @Autowired
    private NumberSignIns signIns;

    private Someone citizen;
    private Browser machine;
    private KeyPair bridge;

    @BeforeEach
    void aMachineWithAReader() throws Exception {
        citizen = people.someone("李约时");
        machine = new Browser(port);
        machine.get(machineAddress());
        bridge = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private String introduce(KeyPair keys) {
        return json(
                        "/kiosk/bridge",
                        "{\"key\":\"%s\"}"
                                .formatted(Base64.getEncoder()
                                        .encodeToString(keys.getPublic().getEncoded())))
                .body();
    }

    private HttpResponse<String> json(String path, String body) {
        machine.get("/kiosk/card");
        return machine.send(HttpRequest.newBuilder(machine.address(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", machine.token())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String challenge() {
        return json("/kiosk/card/question", "{}").body().replaceAll(".*\"challenge\":\"([^\"]+)\".*", "$1");
    }

    private String sign(KeyPair keys, Card card, String challenge) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(card.signed(challenge));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private String laid(Card card, String signature) {
        return Browser.location(
                machine.post("/kiosk/card", "name", card.name(), "number", card.number(), "signature", signature));
    }

    private void lay(Card card) throws Exception {
        introduce(bridge);
        assertThat(laid(card, sign(bridge, card, challenge()))).isEqualTo("/kiosk/card/holder");
    }

    private Card card() {
        return new Card(citizen.name(), citizen.number().value());
    }

    @Test
    void who_booked_checks_in_by_laying_their_card() throws Exception {
        Appointment booked = bookedAt(me(citizen.id()), "09:30");
        lay(card());
        String holder = machine.get("/kiosk/card/holder").body();
        assertThat(holder)
                .contains("李**，您要办什么", booked.number())
                .doesNotContain("??", citizen.number().value(), citizen.name());

        String ticket = Browser.location(machine.post("/kiosk/card/arrivals/" + booked.id()));

        assertThat(ticket).endsWith("?paper");
        assertThat(machine.get(ticket).body())
                .contains(booked.number(), "data-slip=")
                .doesNotContain("??");
        assertThat(machine.get(ticket.replace("?paper", "/slip")).body()).contains(booked.number());
        assertThat(Browser.location(machine.get("/kiosk/card/holder")))
                .as("the next person")
                .isEqualTo("/kiosk/card");
    }

    @Test
    void who_is_sixty_goes_first_without_asking_and_needs_no_account() throws Exception {
        IdentityNumber old = People.number(LocalDate.of(1950, 1, 1));
        lay(new Card("王老人", old.value()));

        String ticket = Browser.location(machine.post("/kiosk/card/numbers/" + ALL));

        assertThat(machine.get(ticket).body()).contains("A001");
        assertThat(boards.board(here.id()).orElseThrow().waiting()).isEqualTo(1);
        assertThat(sql.sql("select priority from queue.ticket where hall = :hall")
                        .param("hall", here.id())
                        .query(String.class)
                        .single())
                .isEqualTo("ELDER");
    }

    @Test
    void a_card_alone_signs_nobody_in_but_has_a_code_sent() throws Exception {
        lay(card());

        assertThat(Browser.location(machine.post("/kiosk/card/sign-in"))).isEqualTo("/kiosk/sign-in/number/code");

        assertThat(machine.cookie("zt_session")).isEmpty();
        assertThat(signIns.demonstratedCode(machine.cookie("zt_number"))).isPresent();
    }

    @Test
    void readings_of_other_bridges_for_other_questions_or_later_do_not_count() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(laid(card(), sign(bridge, card(), challenge())))
                .as("of a bridge that has not introduced itself")
                .isEqualTo("/kiosk/card?refused=true");
        assertThat(introduce(bridge)).contains("true");
        assertThat(introduce(other)).as("a second bridge").contains("false");
        assertThat(introduce(bridge)).as("the first one again").contains("true");

        assertThat(laid(card(), sign(other, card(), challenge()))).endsWith("refused=true");
        String before = challenge();
        String signature = sign(bridge, card(), before);
        challenge();
        assertThat(laid(card(), signature)).as("of the question before").endsWith("refused=true");
        String late = challenge();
        pass(2);
        assertThat(laid(card(), sign(bridge, card(), late))).as("too late").endsWith("refused=true");
        Card nobody = new Card("李约时", "110105");
        assertThat(laid(nobody, sign(bridge, nobody, challenge())))
                .as("no identity number")
                .endsWith("refused=true");
        assertThat(machine.get("/kiosk/card?refused=true").body())
                .contains("不算数")
                .doesNotContain("??");
    }

    @Test
    void a_reading_is_over_after_three_minutes_and_cannot_be_made_up() throws Exception {
        lay(card());
        pass(3);
        assertThat(machine.post("/kiosk/card/numbers/" + ALL).statusCode()).isEqualTo(409);

        Browser another = new Browser(port);
        assertThat(another.post("/kiosk/card/numbers/" + ALL).statusCode()).isEqualTo(409);
    }

    @Test
    void a_bridge_is_learnt_only_soon_after_the_staff_connected_the_machine() {
        pass(16);

        assertThat(introduce(bridge)).contains("false");
    }
}

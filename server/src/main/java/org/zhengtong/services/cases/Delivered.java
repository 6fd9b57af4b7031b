package org.zhengtong.services.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How a result was handed over, with its proof (送达回证). */
public sealed interface Delivered {
    /** Names of the facts a step keeps of its delivery. */
    String WAY = "way";

    String RECEIVER = "receiver";
    String CARRIER = "carrier";
    String TRACKING = "tracking";
    String PROOF = "proof";
    String AGENT_NUMBER = "agent-number";
    String AGENT_RELATION = "agent-relation";
    String MANDATE = "mandate";

    /**
     * Collected by somebody whose identity was checked.
     *
     * @param receiver who took it, masked
     * @param signed the delivery receipt with the signature, scanned
     */
    record AtWindow(String receiver, Optional<UUID> signed) implements Delivered {}

    /**
     * Collected by somebody for the applicant, with their own identity checked.
     *
     * @param agent who took it, by name: the receipt is the applicant's proof against them
     * @param number theirs, masked
     * @param mandate the written one, scanned
     * @param signed the delivery receipt with the agent's signature, scanned
     */
    record ByAgent(String agent, String number, AgentRelation relation, Optional<UUID> mandate, Optional<UUID> signed)
            implements Delivered {
        /** Neither name nor number goes into a log. */
        @Override
        public String toString() {
            return "ByAgent[" + relation + "]";
        }
    }

    /** Sent to the address the applicant named. */
    record ByPost(String carrier, String trackingNumber) implements Delivered {}

    /** The applicant is content with the electronic result after all. */
    record Electronically() implements Delivered {}

    default Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        switch (this) {
            case AtWindow(String receiver, Optional<UUID> signed) -> {
                facts.put(WAY, DeliveryWish.Way.WINDOW.name());
                facts.put(RECEIVER, receiver);
                signed.ifPresent(file -> facts.put(PROOF, file.toString()));
            }
            case ByAgent(
                    String agent,
                    String number,
                    AgentRelation relation,
                    Optional<UUID> mandate,
                    Optional<UUID> signed) -> {
                facts.put(WAY, DeliveryWish.Way.WINDOW.name());
                facts.put(RECEIVER, agent);
                facts.put(AGENT_NUMBER, number);
                facts.put(AGENT_RELATION, relation.name());
                mandate.ifPresent(file -> facts.put(MANDATE, file.toString()));
                signed.ifPresent(file -> facts.put(PROOF, file.toString()));
            }
            case ByPost(String carrier, String number) -> {
                facts.put(WAY, DeliveryWish.Way.POST.name());
                facts.put(CARRIER, carrier);
                facts.put(TRACKING, number);
            }
            case Electronically() -> facts.put(WAY, DeliveryWish.Way.ELECTRONIC.name());
        }
        return facts;
    }
}

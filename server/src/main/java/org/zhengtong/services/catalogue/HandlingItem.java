package org.zhengtong.services.catalogue;

import java.util.Map;

/**
 * A handling item (业务办理项): an implementation entry in one situation.
 *
 * @param sequence two digits; the handling code is the implementation code followed by them
 * @param situation the answers to the guide that lead here: situation id → answer id; an empty one is met by all
 */
public record HandlingItem(String sequence, String name, Map<String, String> situation) {
    public HandlingItem {
        situation = Map.copyOf(situation);
    }

    /** 业务办理项编码: 33 characters. */
    public String code(ItemCode entry) {
        return new HandlingCode(entry, sequence).toString();
    }

    /** Whether these answers lead here. */
    boolean isMetBy(Map<String, String> answers) {
        return situation.entrySet().stream().allMatch(one -> one.getValue().equals(answers.get(one.getKey())));
    }
}

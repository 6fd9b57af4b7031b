package org.zhengtong.services.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Situation;
import org.zhengtong.services.halls.Hall;

/**
 * The page of an item.
 *
 * @param chosen the guide's answers given so far: situation id → answer id
 * @param materials the list left by these answers
 * @param minutes how long the form takes, estimated from its questions and uploads
 */
public record ItemView(
        ServiceItem item,
        Map<String, String> chosen,
        List<Material> materials,
        int spared,
        int minutes,
        List<Hall> halls,
        List<Bundle> bundles) {

    static ItemView of(ServiceItem item, Map<String, String> answers, List<Hall> halls, List<Bundle> bundles) {
        Map<String, String> chosen = known(item, answers);
        List<Material> materials = item.materialsFor(chosen);
        int spared = (int) materials.stream().filter(Material::isSpared).count();
        int asked = item.form().fields().size();
        int minutes = Math.max(2, (asked + 3 * (materials.size() - spared)) / 3);
        return new ItemView(item, chosen, materials, spared, minutes, halls, bundles);
    }

    public boolean suspended() {
        return item.state() != ItemState.IN_USE;
    }

    /** The first three; the list of halls has the rest. */
    public List<Hall> firstHalls() {
        return halls.subList(0, Math.min(3, halls.size()));
    }

    public boolean isChosen(Situation situation, Situation.Answer answer) {
        return answer.id().equals(chosen.get(situation.id()));
    }

    /** The handling item the answers lead to. */
    public boolean isChosen(HandlingItem handling) {
        return item.handlingItem(chosen).filter(handling::equals).isPresent();
    }

    /** How many materials the answers made unnecessary. */
    public int cut() {
        return item.materials().size() - materials.size();
    }

    private static Map<String, String> known(ServiceItem item, Map<String, String> answers) {
        Map<String, String> known = new LinkedHashMap<>();
        for (Situation situation : item.situations()) {
            situation.answers().stream()
                    .map(Situation.Answer::id)
                    .filter(id -> id.equals(answers.get(situation.id())))
                    .forEach(id -> known.put(situation.id(), id));
        }
        return known;
    }
}

package org.zhengtong.services.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhengtong.services.halls.Hall;

/**
 * The page of an item, published or about to be.
 *
 * @param address of the page itself
 * @param preview whether it shows a draft: then nothing can be filed, and the way there leads to the blank form
 * @param chosen the guide's answers given so far: situation id → answer id
 * @param materials the list left by these answers
 * @param minutes how long the form takes, estimated from its questions and uploads
 */
public record ItemView(
        String address,
        boolean preview,
        ServiceItem item,
        Map<String, String> chosen,
        List<Material> materials,
        int spared,
        int minutes,
        List<Hall> halls,
        List<Bundle> bundles) {

    public static ItemView of(ServiceItem item, Map<String, String> answers, List<Hall> halls, List<Bundle> bundles) {
        return of("/items/" + item.code().value(), false, item, answers, halls, bundles);
    }

    /** A draft as its page would be. */
    public static ItemView preview(
            String address, ServiceItem item, Map<String, String> answers, List<Hall> halls, List<Bundle> bundles) {
        return of(address, true, item, answers, halls, bundles);
    }

    private static ItemView of(
            String address,
            boolean preview,
            ServiceItem item,
            Map<String, String> answers,
            List<Hall> halls,
            List<Bundle> bundles) {
        Map<String, String> chosen = known(item, answers);
        List<Material> materials = item.materialsFor(chosen);
        int spared = (int) materials.stream().filter(Material::isSpared).count();
        int asked = item.form().fields().size();
        int minutes = Math.max(2, (asked + 3 * (materials.size() - spared)) / 3);
        return new ItemView(address, preview, item, chosen, materials, spared, minutes, halls, bundles);
    }

    public boolean suspended() {
        return item.state() != ItemState.IN_USE;
    }

    /** Where the form can be looked at before one begins. */
    public String blankForm() {
        return address + "/form";
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

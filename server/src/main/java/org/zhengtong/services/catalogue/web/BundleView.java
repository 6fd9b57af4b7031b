package org.zhengtong.services.catalogue.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.PlanPicture;

/**
 * A bundle and what it comes to for somebody.
 *
 * @param chosen the guide's answers given so far: question id → answer id
 */
public record BundleView(Bundle bundle, Map<String, String> chosen, BundlePlan plan, PlanPicture picture) {

    static BundleView of(Catalogue catalogue, Bundle bundle, Map<String, String> answers) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Bundle.Choice choice : bundle.guide()) {
            choice.answers().stream()
                    .map(Bundle.Answer::id)
                    .filter(id -> id.equals(answers.get(choice.id())))
                    .forEach(id -> chosen.put(choice.id(), id));
        }
        BundlePlan plan = catalogue.plan(bundle, chosen);
        return new BundleView(bundle, chosen, plan, PlanPicture.of(plan));
    }

    public boolean isChosen(Bundle.Choice choice, Bundle.Answer answer) {
        return answer.id().equals(chosen.get(choice.id()));
    }

    /** How many items the answers left out. */
    public int left() {
        return plan.known().size() - plan.items().size();
    }

    /** The merged form in the same situation. */
    public String formAddress() {
        return address("/form");
    }

    public String address() {
        return address("");
    }

    private String address(String part) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/bundles/" + bundle.code() + part);
        chosen.forEach(address::queryParam);
        return address.encode().toUriString();
    }
}

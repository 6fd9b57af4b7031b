package org.zhengtong.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.HandlingItem;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.BundleEditing;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.editing.EntryDraft;

/** What the stewards of the catalogue have done and have before them: a second version, drafts to review, a county's entry. */
final class CatalogueWork {
    private static final String COUNTY_BODY = "竹岭县市场监督管理局";
    private static final String IN_THE_COUNTY_TOO = "食品经营许可";
    private static final String UNDER_REVIEW = "个体工商户设立登记";

    private final Catalogue catalogue;
    private final Editing editing;
    private final BundleEditing bundleEditing;
    private final Organisation organisation;
    private final Population.Moved city;
    private final LocalDate today;

    CatalogueWork(
            Catalogue catalogue,
            Editing editing,
            BundleEditing bundleEditing,
            Organisation organisation,
            Population.Moved city,
            LocalDate today) {
        this.catalogue = catalogue;
        this.editing = editing;
        this.bundleEditing = bundleEditing;
        this.organisation = organisation;
        this.city = city;
        this.today = today;
    }

    void doIt() {
        UUID changed = submitted(catalogue.items().getFirst(), "出国手续", "补上群众常用的说法");
        editing.approve(steward("publisher"), changed, today);
        submitted(item(UNDER_REVIEW), "摆摊执照", "补上群众常用的说法");
        Body body = organisation.bodyNamed(COUNTY_BODY).orElseThrow();
        UUID countys = editing.begin(steward("county"), item(IN_THE_COUNTY_TOO).baseCode(), body.uscc());
        catalogue.publish(editing.draft(steward("county"), countys).draft().item(), Publication.OF_THE_PROGRAM);
        editing.discard(steward("county"), countys);
        bundleSubmitted("把说明写得更短");
    }

    private void bundleSubmitted(String reason) {
        StaffMember writer = steward("steward");
        Bundle bundle = catalogue.bundles().stream()
                .filter(one -> bundleEditing.edits(writer, one))
                .findFirst()
                .orElseThrow();
        UUID id = bundleEditing.beginFrom(writer, bundle.code(), bundle.version());
        bundleEditing.submit(writer, id, reason);
    }

    private UUID submitted(ServiceItem item, String word, String reason) {
        StaffMember writer = steward("steward");
        UUID id = editing.beginFrom(writer, item.code(), item.version());
        EntryDraft draft = editing.draft(writer, id).draft();
        List<String> words = new ArrayList<>(item.everydayWords());
        words.add(word);
        Set<Element> touched = Set.of(Element.EVERYDAY_WORDS, Element.HANDLING_ITEMS);
        ServiceItem changed = EntryDocument.of(draft.item())
                .with(Element.EVERYDAY_WORDS, EntryDocument.value(words))
                .with(Element.HANDLING_ITEMS, EntryDocument.value(handlingItems(item)))
                .item();
        editing.save(writer, id, touched, editing.fingerprint(draft, touched), changed);
        editing.submit(writer, id, reason);
        return id;
    }

    /** One for each answer to the first question of the guide. */
    private static List<HandlingItem> handlingItems(ServiceItem item) {
        List<HandlingItem> handling = new ArrayList<>();
        item.situations().stream()
                .limit(1)
                .forEach(situation -> situation
                        .answers()
                        .forEach(answer -> handling.add(new HandlingItem(
                                "%02d".formatted(handling.size() + 1),
                                item.name() + "（" + answer.text() + "）",
                                Map.of(situation.id(), answer.id())))));
        return handling;
    }

    private ServiceItem item(String name) {
        return catalogue.items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private StaffMember steward(String persona) {
        return organisation.staff(city.persona(persona).id()).orElseThrow();
    }
}

package org.zhengtong.services.editing.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.FurtherElements;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Stewardship;
import tools.jackson.databind.JsonNode;

/** What a new entry starts with: what the base item says, and what is known of the body. */
final class NewEntries {
    private NewEntries() {}

    static ItemCode code(BaseItem base, Body body) {
        return new ItemCode(body.uscc().value() + Stewardship.level(body.division()) + base.code());
    }

    static ServiceItem of(BaseItem base, Body body) {
        EntryDocument document = EntryDocument.of(blank(base, body));
        for (Element element : Element.values()) {
            Optional<JsonNode> inherited = base.value(element);
            if (inherited.isPresent()) {
                document = document.with(element, inherited.get());
            }
        }
        return document.item();
    }

    private static ServiceItem blank(BaseItem base, Body body) {
        return new ServiceItem(
                code(base, body),
                base.code(),
                1,
                ItemState.IN_USE,
                base.type(),
                base.name(),
                "",
                List.of(),
                body.uscc().value(),
                body.name(),
                Set.of(),
                "",
                List.of(),
                "",
                Stewardship.level(body.division()),
                List.of(),
                List.of("申请", "受理", "审查", "决定", "办结", "送达"),
                0,
                0,
                false,
                Optional.empty(),
                0,
                Optional.empty(),
                true,
                true,
                false,
                false,
                body.consultationPhone(),
                body.complaintPhone(),
                body.address(),
                body.openingHours(),
                List.of(),
                List.of(),
                new Form(List.of()),
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                FurtherElements.NONE);
    }
}

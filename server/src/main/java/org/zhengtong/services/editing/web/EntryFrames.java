package org.zhengtong.services.editing.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.Stewardship;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.editing.EntryDraft;

/** Makes the frame around the pages of the editor. */
@Component
class EntryFrames {
    private final Editing editing;
    private final Organisation organisation;

    EntryFrames(Editing editing, Organisation organisation) {
        this.editing = editing;
        this.organisation = organisation;
    }

    /** @throws org.zhengtong.ground.web.Problem as {@link Editing#draft} does */
    EntryFrame of(StaffMember by, UUID id, Optional<Element.Part> current) {
        return of(by, editing.draft(by, id).draft(), current);
    }

    EntryFrame of(StaffMember by, EntryDraft draft, Optional<Element.Part> current) {
        return EntryFrame.of(draft, isSteward(by, draft), editing.findings(draft), current);
    }

    boolean isSteward(StaffMember by, EntryDraft draft) {
        return Uscc.parse(draft.item().bodyUscc())
                .flatMap(organisation::body)
                .filter(body -> Stewardship.edits(by, body))
                .isPresent();
    }

    /** What is written on in this division, in the order in which bodies stand. */
    List<Body> bodiesOf(StaffMember by) {
        return organisation.bodies().stream()
                .filter(body -> Stewardship.edits(by, body))
                .toList();
    }
}

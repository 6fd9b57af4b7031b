package org.zhengtong.services.editing.internal;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.Course;
import org.zhengtong.services.editing.EntryDraft;
import tools.jackson.databind.json.JsonMapper;

@Component
class EntryDraftStore extends DraftStore<EntryDraft> {
    private final JsonMapper json;

    EntryDraftStore(JdbcClient database, JsonMapper json) {
        super(database, "ENTRY");
        this.json = json;
    }

    @Override
    String document(EntryDraft draft) {
        return json.writeValueAsString(draft.item());
    }

    @Override
    EntryDraft draft(UUID id, String document, int basedOn, Course course, Instant changedAt) {
        return new EntryDraft(id, json.readValue(document, ServiceItem.class), basedOn, course, changedAt);
    }
}

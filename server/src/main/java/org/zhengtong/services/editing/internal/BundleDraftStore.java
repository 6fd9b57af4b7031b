package org.zhengtong.services.editing.internal;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.editing.BundleDraft;
import org.zhengtong.services.editing.Course;
import tools.jackson.databind.json.JsonMapper;

@Component
class BundleDraftStore extends DraftStore<BundleDraft> {
    private final JsonMapper json;

    BundleDraftStore(JdbcClient database, JsonMapper json) {
        super(database, "BUNDLE");
        this.json = json;
    }

    @Override
    String document(BundleDraft draft) {
        return json.writeValueAsString(draft.bundle());
    }

    @Override
    BundleDraft draft(UUID id, String document, int basedOn, Course course, Instant changedAt) {
        return new BundleDraft(id, json.readValue(document, Bundle.class), basedOn, course, changedAt);
    }
}

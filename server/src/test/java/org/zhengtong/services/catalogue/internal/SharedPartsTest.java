package org.zhengtong.services.catalogue.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.json.JsonMapper;

@ZhengtongTest
class SharedPartsTest {
    @Autowired
    JsonMapper json;

    @Test
    void an_item_read_with_shared_parts_is_the_item_and_equal_parts_are_one_object() {
        JsonMapper sharing = json.rebuild().addModule(SharedParts.module()).build();
        ServiceItem item = YunxiBodies.item("食品经营许可");
        String document = json.writeValueAsString(item);

        ServiceItem one = sharing.readValue(document, ServiceItem.class);
        ServiceItem other = sharing.readValue(document, ServiceItem.class);

        assertThat(one).isEqualTo(item);
        assertThat(other.form()).isSameAs(one.form());
        assertThat(other.materials().getFirst()).isSameAs(one.materials().getFirst());
        assertThat(other.questions().getFirst()).isSameAs(one.questions().getFirst());
        assertThat(other.name()).isSameAs(one.name());
    }
}

package org.zhengtong.services.instruments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengtong.services.cases.DocumentKind;

class BuiltInWordingsTest {
    private final BuiltInWordings wordings = new BuiltInWordings();

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void every_kind_of_document_has_a_wording_without_fault(DocumentKind kind) {
        assertThat(wordings.of(kind).check(kind)).isEmpty();
    }
}

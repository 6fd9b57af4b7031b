package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengtong.services.cases.DocumentKind;
import org.zhengtong.services.cases.StepKind;

class CaseDocumentsTest {
    @ParameterizedTest
    @EnumSource(StepKind.class)
    void whatever_is_numbered_is_a_document_people_can_read(StepKind step) {
        if (CaseWords.documentMark(step).isPresent()) {
            assertThat(DocumentKind.of(step)).isPresent();
        }
    }
}

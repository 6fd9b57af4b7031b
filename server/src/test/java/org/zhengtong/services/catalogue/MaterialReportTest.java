package org.zhengtong.services.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengtong.services.catalogue.MaterialReport.Issued;

class MaterialReportTest {
    private final EntryList list = new EntryList();
    private final List<ServiceItem> items = list.entries(YunxiBodies.read());

    @Test
    void every_material_the_government_issues_stands_with_law_issuer_licence_and_items() {
        MaterialReport report = MaterialReport.of(items, List.of());

        Issued licence = report.issued().stream()
                .filter(issued -> issued.name().equals("营业执照"))
                .findFirst()
                .orElseThrow();
        assertThat(licence.issuingBody()).contains("市场监督管理部门");
        assertThat(licence.licenceType()).contains("营业执照");
        assertThat(licence.laws()).isNotEmpty().allMatch(law -> law.contains("《"));
        assertThat(licence.items())
                .containsExactlyElementsOf(items.stream()
                        .filter(item -> item.materials().stream()
                                .anyMatch(material -> material.name().equals("营业执照")))
                        .toList());
        assertThat(report.issued())
                .extracting(issued -> issued.items().size())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void within_a_bundle_one_paper_asked_for_by_two_items_is_listed_once() {
        MaterialReport report = MaterialReport.of(items, list.bundles(items));

        assertThat(report.inBundles()).isNotEmpty().allSatisfy(twice -> {
            assertThat(twice.askedBy()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
            assertThat(twice.names().stream().map(MaterialNames::key).distinct())
                    .hasSize(1);
        });
    }

    @Test
    void one_entry_asking_for_one_paper_under_two_names_is_listed() {
        ServiceItem item = items.getFirst();
        ServiceItem twice = EntryDocument.of(item)
                .with(
                        Element.MATERIALS,
                        EntryDocument.value(
                                List.of(renamed(item, "身份证复印件"), renamed(item, "居民身份证"), renamed(item, "监护人居民身份证"))))
                .item();

        assertThat(MaterialReport.of(List.of(twice), List.of()).twice())
                .singleElement()
                .satisfies(found -> assertThat(found.names()).containsExactly("身份证复印件", "居民身份证"));
    }

    private static Material renamed(ServiceItem item, String name) {
        Material material = item.materials().getFirst();
        return new Material(
                name,
                name,
                material.requirement(),
                material.source(),
                material.issuingBody(),
                material.copies(),
                material.format(),
                material.legalBasis(),
                material.acceptanceStandard(),
                material.generated(),
                material.licenceType());
    }
}

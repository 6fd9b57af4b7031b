package org.zhengtong.services.editing.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.Material.MaterialSource;
import org.zhengtong.services.catalogue.Material.Requirement;

/** A material as the fields of its page. */
final class MaterialForm {
    private MaterialForm() {}

    static Material read(String id, Typed typed) {
        return new Material(
                id,
                typed.needed("name", 120),
                typed.choice("requirement", Requirement.class, Requirement.REQUIRED),
                typed.choice("source", MaterialSource.class, MaterialSource.APPLICANT),
                typed.optional("issuingBody", 120),
                typed.line("copies", 60),
                typed.line("format", 60),
                typed.line("legalBasis", 200),
                typed.line("acceptanceStandard", 300),
                typed.ticked("generated"),
                typed.optional("licenceType", 80));
    }

    static Map<String, String> words(Material material) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("name", material.name());
        words.put("requirement", material.requirement().name());
        words.put("source", material.source().name());
        words.put("issuingBody", material.issuingBody().orElse(""));
        words.put("copies", material.copies());
        words.put("format", material.format());
        words.put("legalBasis", material.legalBasis());
        words.put("acceptanceStandard", material.acceptanceStandard());
        words.put("generated", material.generated() ? "true" : "");
        words.put("licenceType", material.licenceType().orElse(""));
        return words;
    }

    /** A new one: handed in by the applicant, on the basis on which the item stands. */
    static Map<String, String> fresh(String legalBasis) {
        return Map.of(
                "requirement",
                Requirement.REQUIRED.name(),
                "source",
                MaterialSource.APPLICANT.name(),
                "copies",
                "1 份",
                "format",
                "电子件",
                "legalBasis",
                legalBasis);
    }
}

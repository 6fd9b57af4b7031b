package org.zhengtong.services.filing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundlePlan;
import org.zhengtong.services.catalogue.Catalogue;

/** The one form of a bundle, for programs that file. */
@Tag(name = "Catalogue")
@RestController
class BundleSchemaApi {
    private final Catalogue catalogue;

    BundleSchemaApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param situation answers to the bundle's guide, each {@code question:answer} */
    @Operation(summary = "JSON Schema of a bundle's one form")
    @GetMapping("/api/v1/bundles/{code}/schema")
    Map<String, Object> schema(@PathVariable String code, @RequestParam(required = false) List<String> situation) {
        Bundle bundle = catalogue.bundle(code).orElseThrow(() -> Problem.notFound("unknown-bundle"));
        Map<String, String> answers = new LinkedHashMap<>();
        for (String pair : situation == null ? List.<String>of() : situation) {
            String[] parts = pair.split(":", 2);
            answers.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        BundlePlan plan = catalogue.plan(bundle, answers);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", bundle.name());
        schema.putAll(FormSchema.answers(plan.form().form()));
        return schema;
    }
}

package org.zhengtong.services.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.catalogue.Aspect;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.SearchTerms;
import org.zhengtong.services.catalogue.ServiceItem;

/** The catalogue for programs. */
@Tag(name = "Catalogue")
@RestController
@RequestMapping("/api/v1")
class CatalogueApi {
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private final Catalogue catalogue;
    private final SearchTerms terms;

    CatalogueApi(Catalogue catalogue, SearchTerms terms) {
        this.catalogue = catalogue;
        this.terms = terms;
    }

    /** @param q a question in somebody's own words; without it everything is listed, bundles last */
    @Operation(summary = "Find items and bundles in one's own words, best first")
    @GetMapping("/items")
    Listing items(@RequestParam Optional<String> q, @RequestParam Optional<Integer> limit) {
        String question = SearchQuestion.clean(q.orElse(""));
        int most = Math.clamp(limit.orElse(USUAL), 1, MOST);
        if (!question.isEmpty()) {
            List<Found> found = catalogue.search(question, most);
            if (found.isEmpty()) {
                terms.missed(question);
            }
            return new Listing(found.stream().map(CatalogueApi::line).toList());
        }
        Stream<Found> all = Stream.concat(
                catalogue.items().stream().map(Found.OfItem::new),
                catalogue.bundles().stream().map(Found.OfBundle::new));
        return new Listing((limit.isPresent() ? all.limit(most) : all)
                .map(CatalogueApi::line)
                .toList());
    }

    /** @param q such as 办护照要带什么; no answer when it is not clear what is asked of which item */
    @Operation(summary = "What the catalogue says on a question about one item, with item, element and version")
    @GetMapping("/answers")
    AnswerList answers(@RequestParam String q) {
        String question = SearchQuestion.clean(q);
        return new AnswerList(
                question.isEmpty()
                        ? List.of()
                        : catalogue.answer(question).map(AnswerCard::of).map(CatalogueApi::line).stream()
                                .toList());
    }

    @Operation(summary = "The whole implementation entry of an item")
    @GetMapping("/items/{code}")
    ResponseEntity<ServiceItem> item(@PathVariable String code) {
        ServiceItem item = known(code);
        return ResponseEntity.ok()
                .eTag("\"%s-%d-%s\"".formatted(item.code(), item.version(), item.state()))
                .body(item);
    }

    /** @param situation answers to the guide, each {@code question:answer} */
    @Operation(summary = "The materials needed in one's situation")
    @GetMapping("/items/{code}/materials")
    Materials materials(@PathVariable String code, @RequestParam(required = false) List<String> situation) {
        ServiceItem item = known(code);
        return new Materials(item.materialsFor(Answers.parse(situation == null ? List.of() : situation)));
    }

    @Operation(summary = "All bundles: one thing done at once")
    @GetMapping("/bundles")
    Bundles bundles() {
        return new Bundles(catalogue.bundles());
    }

    @Operation(summary = "A bundle with its items")
    @GetMapping("/bundles/{code}")
    Bundle bundle(@PathVariable String code) {
        return catalogue.bundle(code).orElseThrow(() -> Problem.notFound("unknown-bundle"));
    }

    private ServiceItem known(String code) {
        return ItemCode.parse(code).flatMap(catalogue::item).orElseThrow(() -> Problem.notFound("unknown-item"));
    }

    private static Line line(Found found) {
        return switch (found) {
            case Found.OfItem(var item) ->
                new Line(found.code(), found.name(), "item", item.summary(), Optional.of(item.bodyName()));
            case Found.OfBundle(var bundle) ->
                new Line(found.code(), found.name(), "bundle", bundle.summary(), Optional.empty());
        };
    }

    private static AnswerLine line(AnswerCard card) {
        ServiceItem item = card.item();
        return new AnswerLine(
                card.aspect(),
                item.code().value(),
                item.name(),
                item.bodyName(),
                item.version(),
                card.told(),
                card.address());
    }

    /** @param page the section of the item's page that says it */
    record AnswerLine(
            Aspect aspect,
            String code,
            String name,
            String body,
            int version,
            List<AnswerCard.Told> told,
            String page) {}

    record AnswerList(List<AnswerLine> answers) {}

    /** @param kind {@code item} or {@code bundle} */
    record Line(String code, String name, String kind, String summary, Optional<String> body) {}

    record Listing(List<Line> items) {}

    record Materials(List<Material> materials) {}

    record Bundles(List<Bundle> bundles) {}
}

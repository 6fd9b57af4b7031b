package org.zhengtong.services.catalogue.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.CatalogueChanges;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.PublishedVersion;
import org.zhengtong.services.catalogue.ServiceItem;

/** For those who keep a copy of the catalogue: what changed, every version, and the base catalogue above. */
@Tag(name = "Catalogue")
@RestController
@RequestMapping("/api/v1")
class MirrorApi {
    private static final int MOST = 500;
    private final Catalogue catalogue;
    private final BaseCatalogue base;
    private final CatalogueChanges changes;

    MirrorApi(Catalogue catalogue, BaseCatalogue base, CatalogueChanges changes) {
        this.catalogue = catalogue;
        this.base = base;
        this.changes = changes;
    }

    /**
     * @param since only what changed at this moment or later, such as {@code 2026-11-25T00:00:00Z}
     * @param cursor {@code next} of the page before
     */
    @Operation(summary = "What changed in the catalogue, oldest change first, page by page; cancelled items too")
    @GetMapping("/items/changes")
    @Nullable ResponseEntity<Changes> changes(
            @RequestParam Optional<Instant> since,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "100") int limit,
            WebRequest request) {
        if (request.checkNotModified("\"items-%d\"".formatted(changes.revision()))) {
            return null;
        }
        CatalogueChanges.Place after = cursor.map(MirrorApi::place)
                .orElseGet(() -> new CatalogueChanges.Place(since.orElse(Instant.EPOCH), ""));
        int most = Math.clamp(limit, 1, MOST);
        List<CatalogueChanges.Change> found = changes.after(after, most + 1);
        List<CatalogueChanges.Change> shown = found.stream().limit(most).toList();
        Optional<String> next = found.size() > most ? Optional.of(cursor(shown.getLast())) : Optional.empty();
        return ResponseEntity.ok().body(new Changes(shown, next));
    }

    private static String cursor(CatalogueChanges.Change last) {
        return last.changedAt() + "~" + last.code();
    }

    private static CatalogueChanges.Place place(String cursor) {
        try {
            String[] parts = cursor.split("~", -1);
            return new CatalogueChanges.Place(
                    Instant.parse(parts[0]),
                    ItemCode.parse(parts[1]).orElseThrow().value());
        } catch (RuntimeException unread) {
            throw new Problem(400, "value-wrong", "cursor");
        }
    }

    @Operation(summary = "All versions of an entry, the newest first")
    @GetMapping("/items/{code}/versions")
    @Nullable ResponseEntity<Versions> versions(@PathVariable String code, WebRequest request) {
        List<PublishedVersion> versions = known(code);
        if (request.checkNotModified("\"%s-%d-versions\"".formatted(code, versions.size()))) {
            return null;
        }
        return ResponseEntity.ok()
                .body(new Versions(versions.stream().map(MirrorApi::line).toList()));
    }

    private static VersionLine line(PublishedVersion version) {
        return new VersionLine(
                version.item().version(),
                version.publishedAt(),
                version.publication().reason());
    }

    @Operation(summary = "A version of an entry as it was published; it never changes")
    @GetMapping("/items/{code}/versions/{version}")
    @Nullable ResponseEntity<ServiceItem> version(@PathVariable String code, @PathVariable int version, WebRequest request) {
        PublishedVersion found = known(code).stream()
                .filter(one -> one.item().version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-item"));
        ServiceItem item = found.item();
        String tag = "\"%s-%d-%s\"".formatted(item.code(), item.version(), item.state());
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok().lastModified(found.publishedAt()).body(item);
    }

    private List<PublishedVersion> known(String code) {
        return ItemCode.parse(code)
                .map(catalogue::versions)
                .filter(versions -> !versions.isEmpty())
                .orElseThrow(() -> Problem.notFound("unknown-item"));
    }

    /**
     * @param q part of a name, or the beginning of a code
     * @param after the last code of the page before
     */
    @Operation(summary = "The base catalogue that bodies implement, by code, page by page")
    @GetMapping("/base-items")
    @Nullable ResponseEntity<BaseItems> baseItems(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit,
            WebRequest request) {
        int most = Math.clamp(limit, 1, MOST);
        List<BaseItem> found = base.search(SearchQuestion.clean(q), Integer.MAX_VALUE).stream()
                .filter(item -> item.code().compareTo(after) > 0)
                .limit(most + 1L)
                .toList();
        List<BaseItem> shown = found.stream().limit(most).toList();
        Optional<String> next =
                found.size() > most ? Optional.of(shown.getLast().code()) : Optional.empty();
        if (request.checkNotModified(tag(shown, next))) {
            return null;
        }
        List<BaseLine> lines = shown.stream()
                .map(item ->
                        new BaseLine(item.code(), item.version(), item.type().name(), item.name(), item.division()))
                .toList();
        return ResponseEntity.ok().body(new BaseItems(lines, next));
    }

    /** A version never changes, so codes and versions tell whether a page did. */
    private static String tag(List<BaseItem> shown, Optional<String> next) {
        String page = shown.stream()
                .map(item -> item.code() + "-" + item.version())
                .collect(Collectors.joining(" ", "", " " + next.isPresent()));
        return "\"base-%s\"".formatted(UUID.nameUUIDFromBytes(page.getBytes(StandardCharsets.UTF_8)));
    }

    @Operation(summary = "An item of the base catalogue, with what lower levels may change of it")
    @GetMapping("/base-items/{code}")
    @Nullable ResponseEntity<BaseItem> baseItem(@PathVariable String code, WebRequest request) {
        BaseItem item = base.find(code).orElseThrow(() -> Problem.notFound("unknown-item"));
        if (request.checkNotModified("\"base-%s-%d\"".formatted(item.code(), item.version()))) {
            return null;
        }
        return ResponseEntity.ok().body(item);
    }

    /** @param next the cursor of the next page; absent on the last */
    record Changes(List<CatalogueChanges.Change> items, Optional<String> next) {}

    record Versions(List<VersionLine> versions) {}

    record VersionLine(int version, Instant publishedAt, String reason) {}

    record BaseLine(String code, int version, String type, String name, String division) {}

    /** @param next give it as {@code after} to get the next page; absent on the last */
    record BaseItems(List<BaseLine> items, Optional<String> next) {}
}

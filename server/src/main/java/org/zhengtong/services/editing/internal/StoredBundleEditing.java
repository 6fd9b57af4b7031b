package org.zhengtong.services.editing.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundleCheck.Finding;
import org.zhengtong.services.catalogue.BundleElement;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.PublishedBundle;
import org.zhengtong.services.catalogue.Stewardship;
import org.zhengtong.services.editing.BundleDraft;
import org.zhengtong.services.editing.BundleEditing;
import org.zhengtong.services.editing.Course;

/** Keeps the drafts of bundles. */
@Service
class StoredBundleEditing extends Drafting<BundleDraft> implements BundleEditing {
    /** Two who begin at the same moment want the same code; the second takes the next. */
    private static final int TRIES = 5;

    private final BundleDraftStore store;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Identifiers identifiers;

    StoredBundleEditing(
            BundleDraftStore store,
            Catalogue catalogue,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock,
            TransactionTemplate transaction) {
        super(store, organisation, audit, clock, transaction);
        this.store = store;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.identifiers = identifiers;
    }

    @Override
    public List<Line> open(StaffMember by) {
        return seen(by).stream()
                .map(draft -> new Line(
                        draft.id(),
                        draft.bundle().code(),
                        draft.bundle().name(),
                        body(draft.bodyUscc()).name(),
                        draft.stage(),
                        draft.editors().contains(by.person()),
                        draft.publishOn(),
                        draft.changedAt()))
                .toList();
    }

    @Override
    public List<Body> leadBodies(StaffMember by) {
        return organisation.bodies().stream()
                .filter(body -> Stewardship.edits(by, body))
                .toList();
    }

    @Override
    public boolean edits(StaffMember by, Bundle bundle) {
        return Stewardship.edits(by, owner(by, bundle));
    }

    @Override
    public UUID begin(StaffMember by, String name, Uscc leadBody) {
        requireSteward(by, body(leadBody.value()));
        for (int i = 0; i < TRIES; i++) {
            Bundle named = new Bundle(
                    nextCode(),
                    1,
                    name,
                    "",
                    List.of(),
                    Set.of(),
                    "",
                    Optional.of(leadBody.value()),
                    List.of(),
                    List.of(),
                    List.of());
            Optional<UUID> begun = add(by, draft(by, named, 0));
            if (begun.isPresent()) {
                return begun.get();
            }
        }
        throw occupied();
    }

    private String nextCode() {
        int last = Stream.concat(catalogue.bundles().stream().map(Bundle::code), store.codes().stream())
                .filter(code -> code.matches("B[0-9]{3,6}"))
                .mapToInt(code -> Integer.parseInt(code.substring(1)))
                .max()
                .orElse(0);
        return "B%03d".formatted(last + 1);
    }

    @Override
    public UUID beginFrom(StaffMember by, String code, int version) {
        Bundle wanted = catalogue.versions(code).stream()
                .map(PublishedBundle::bundle)
                .filter(bundle -> bundle.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-bundle"));
        Body owner = owner(by, wanted);
        requireSteward(by, owner);
        Bundle owned = wanted.leadBody().isPresent() ? wanted : ledBy(wanted, owner);
        return goneOnWith(code, version)
                .or(() -> add(by, draft(by, owned, version)))
                .or(() -> openDraftOf(code))
                .orElseThrow(Drafting::occupied);
    }

    private BundleDraft draft(StaffMember by, Bundle bundle, int basedOn) {
        return new BundleDraft(identifiers.next(), bundle, basedOn, Course.begun(by.person()), now());
    }

    /** Bundles from before lead bodies were said belong to the body of their first item. */
    private Body owner(StaffMember by, Bundle bundle) {
        return bundle.leadBody()
                .or(() -> bundle.items().stream().findFirst().map(item -> item.bodyUscc()))
                .map(this::body)
                .orElseGet(by::body);
    }

    private static Bundle ledBy(Bundle bundle, Body body) {
        return new Bundle(
                bundle.code(),
                bundle.version(),
                bundle.name(),
                bundle.summary(),
                bundle.everydayWords(),
                bundle.audience(),
                bundle.lifeEvent(),
                Optional.of(body.uscc().value()),
                bundle.items(),
                bundle.guide(),
                bundle.order());
    }

    @Override
    public Optional<UUID> openDraftOf(String code) {
        return idOfOpen(code);
    }

    @Override
    public List<Finding> findings(BundleDraft draft) {
        return catalogue.findings(draft.bundle());
    }

    @Override
    List<String> heldBackBy(BundleDraft draft) {
        return findings(draft).stream()
                .filter(finding -> finding.rule().holdsBack())
                .map(finding -> finding.rule().name())
                .toList();
    }

    @Override
    void publish(BundleDraft draft, Publication publication) {
        catalogue.publish(draft.bundle(), publication);
    }

    @Override
    public String fingerprint(Bundle bundle, Set<BundleElement> elements) {
        return fingerprint(elements.stream().sorted().map(element -> element + "=" + element.in(bundle)));
    }

    @Override
    public Saved save(StaffMember by, UUID id, Set<BundleElement> touched, String seen, Bundle changed) {
        return inTransaction(() -> {
            BundleDraft draft = heldInEditing(by, id);
            Bundle merged = draft.bundle().with(touched, changed);
            List<BundleElement> differences = BundleElement.differences(draft.bundle(), merged);
            if (differences.isEmpty()) {
                return new Saved.Here(draft);
            }
            if (!fingerprint(draft.bundle(), touched).equals(seen)) {
                return new Saved.Elsewhere(draft, store.steps(id).getFirst().name());
            }
            requireSteward(by, body(merged.leadBody().orElse("")));
            BundleDraft saved = draft.edited(merged, by.person(), now());
            changed(saved, by, differences.stream().map(BundleElement::name).collect(Collectors.joining(",")));
            return new Saved.Here(saved);
        });
    }
}

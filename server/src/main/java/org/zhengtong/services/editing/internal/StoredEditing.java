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
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Element;
import org.zhengtong.services.catalogue.EntryCheck.Finding;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.PublishedVersion;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.Course;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.editing.EntryDraft;

/** Keeps the drafts of entries. */
@Service
class StoredEditing extends Drafting<EntryDraft> implements Editing {
    private final EntryDraftStore store;
    private final Catalogue catalogue;
    private final BaseCatalogue base;
    private final Organisation organisation;
    private final Identity identity;
    private final Identifiers identifiers;

    StoredEditing(
            EntryDraftStore store,
            Catalogue catalogue,
            BaseCatalogue base,
            Organisation organisation,
            Identity identity,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock,
            TransactionTemplate transaction) {
        super(store, organisation, audit, clock, transaction);
        this.store = store;
        this.catalogue = catalogue;
        this.base = base;
        this.organisation = organisation;
        this.identity = identity;
        this.identifiers = identifiers;
    }

    @Override
    public List<Line> open(StaffMember by) {
        return seen(by).stream()
                .map(draft -> new Line(
                        draft.id(),
                        draft.item().code(),
                        draft.item().name(),
                        draft.item().bodyName(),
                        draft.stage(),
                        draft.editors().contains(by.person()),
                        draft.publishOn(),
                        draft.changedAt()))
                .toList();
    }

    @Override
    public UUID begin(StaffMember by, String baseCode, Uscc uscc) {
        Body body = organisation.body(uscc).orElseThrow(() -> Problem.notFound("unknown-body"));
        requireSteward(by, body);
        BaseItem item = base.find(baseCode).orElseThrow(() -> Problem.notFound("unknown-base-item"));
        ItemCode code = NewEntries.code(item, body);
        return openDraftOf(code)
                .orElseGet(() -> catalogue
                        .item(code)
                        .map(published -> begin(by, published, published.version()))
                        .orElseGet(() -> begin(by, NewEntries.of(item, body), 0)));
    }

    @Override
    public UUID beginFrom(StaffMember by, ItemCode code, int version) {
        requireSteward(by, body(code.bodyUscc()));
        ServiceItem wanted = catalogue.versions(code).stream()
                .map(PublishedVersion::item)
                .filter(item -> item.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-item"));
        return goneOnWith(code.value(), version).orElseGet(() -> begin(by, wanted, version));
    }

    private UUID begin(StaffMember by, ServiceItem item, int basedOn) {
        EntryDraft draft = new EntryDraft(identifiers.next(), item, basedOn, Course.begun(by.person()), now());
        return add(by, draft).or(() -> openDraftOf(item.code())).orElseThrow(Drafting::occupied);
    }

    @Override
    public Optional<UUID> openDraftOf(ItemCode code) {
        return idOfOpen(code.value());
    }

    @Override
    public List<Finding> findings(EntryDraft draft) {
        return catalogue.findings(draft.item());
    }

    @Override
    List<String> heldBackBy(EntryDraft draft) {
        return findings(draft).stream().map(finding -> finding.rule().name()).toList();
    }

    @Override
    void publish(EntryDraft draft, Publication publication) {
        catalogue.publish(draft.item(), publication);
    }

    @Override
    public String fingerprint(EntryDraft draft, Set<Element> elements) {
        EntryDocument document = EntryDocument.of(draft.item());
        return fingerprint(elements.stream()
                .sorted()
                .map(element -> element + document.get(element).toString()));
    }

    @Override
    public Saved save(StaffMember by, UUID id, Set<Element> touched, String seen, ServiceItem changed) {
        return inTransaction(() -> {
            EntryDraft draft = heldInEditing(by, id);
            EntryDocument mine = EntryDocument.of(changed);
            EntryDocument merged = EntryDocument.of(draft.item());
            for (Element element : touched) {
                merged = merged.with(element, mine.get(element));
            }
            List<Element> differences = EntryDocument.of(draft.item()).differences(merged);
            if (differences.isEmpty()) {
                return new Saved.Here(draft);
            }
            if (!fingerprint(draft, touched).equals(seen)) {
                return new Saved.Elsewhere(draft, store.steps(id).getFirst().name());
            }
            EntryDraft saved = draft.edited(merged.item(), by.person()).at(now());
            changed(saved, by, differences.stream().map(Element::id).collect(Collectors.joining(",")));
            return new Saved.Here(saved);
        });
    }

    @Override
    public String namesOf(String actors) {
        return Stream.of(actors.split(","))
                .filter(actor -> actor.startsWith(STAFF))
                .map(actor -> identity.nameOf(
                        new Party.Person(new PersonId(UUID.fromString(actor.substring(STAFF.length()))))))
                .collect(Collectors.joining("、"));
    }
}

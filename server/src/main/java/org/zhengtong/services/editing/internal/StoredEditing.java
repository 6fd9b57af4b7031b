package org.zhengtong.services.editing.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
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
import org.zhengtong.services.catalogue.Stewardship;
import org.zhengtong.services.editing.DraftCommand;
import org.zhengtong.services.editing.DraftDecision;
import org.zhengtong.services.editing.DraftRules;
import org.zhengtong.services.editing.Editing;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.editing.EntryDraft.Act;
import org.zhengtong.services.editing.Stage;

/** Keeps drafts, each change in a transaction of its own. */
@Service
class StoredEditing implements Editing {
    private static final String STAFF = "staff:";
    private final EntryDraftStore store;
    private final Catalogue catalogue;
    private final BaseCatalogue base;
    private final Organisation organisation;
    private final Identity identity;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;
    private final TransactionTemplate transaction;

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
        this.store = store;
        this.catalogue = catalogue;
        this.base = base;
        this.organisation = organisation;
        this.identity = identity;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public List<Line> open(StaffMember by) {
        if (!by.has(Role.CATALOGUE)) {
            throw new Problem(403, "catalogue-not-yours");
        }
        List<String> seen = organisation.bodies().stream()
                .filter(body -> Stewardship.sees(by, body))
                .map(body -> body.uscc().value())
                .toList();
        return store.open(seen).stream()
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
        requireSteward(by, body(code));
        ServiceItem wanted = catalogue.versions(code).stream()
                .map(PublishedVersion::item)
                .filter(item -> item.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("unknown-item"));
        Optional<EntryDraft> open = store.openOf(code);
        if (open.isPresent()) {
            if (open.get().basedOn() != version) {
                throw new Problem(409, "editing-draft-open");
            }
            return open.get().id();
        }
        return begin(by, wanted, version);
    }

    private UUID begin(StaffMember by, ServiceItem item, int basedOn) {
        EntryDraft draft = new EntryDraft(
                identifiers.next(),
                item,
                basedOn,
                Stage.EDITING,
                1,
                Set.of(by.person()),
                Optional.empty(),
                Optional.empty(),
                "",
                now());
        return inTransaction(() -> {
            if (!store.add(draft)) {
                return openDraftOf(item.code()).orElseThrow(() -> new Problem(409, "editing-draft-open"));
            }
            note(draft, by, Act.BEGIN, "");
            return draft.id();
        });
    }

    @Override
    public Optional<UUID> openDraftOf(ItemCode code) {
        return store.openOf(code).map(EntryDraft::id);
    }

    @Override
    public EntryDraft.History draft(StaffMember by, UUID id) {
        EntryDraft draft = store.find(id).orElseThrow(StoredEditing::unknown);
        if (!Stewardship.sees(by, body(draft.item().code()))) {
            throw notYours(by);
        }
        return new EntryDraft.History(draft, store.steps(id));
    }

    @Override
    public List<Finding> findings(EntryDraft draft) {
        return catalogue.findings(draft.item());
    }

    @Override
    public String fingerprint(EntryDraft draft, Set<Element> elements) {
        EntryDocument document = EntryDocument.of(draft.item());
        String text = elements.stream()
                .sorted()
                .map(element -> element + document.get(element).toString())
                .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sm3.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Saved save(StaffMember by, UUID id, Set<Element> touched, String seen, ServiceItem changed) {
        return inTransaction(() -> {
            EntryDraft draft = hold(by, id);
            if (draft.stage() != Stage.EDITING) {
                throw refused(DraftDecision.Reason.NOT_IN_THIS_STAGE);
            }
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
            store.change(saved);
            note(saved, by, Act.EDIT, differences.stream().map(Element::id).collect(Collectors.joining(",")));
            return new Saved.Here(saved);
        });
    }

    @Override
    public EntryDraft submit(StaffMember by, UUID id, String reason) {
        return move(by, id, Act.SUBMIT, reason, draft -> new DraftCommand.Submit(findings(draft), reason.strip()));
    }

    @Override
    public EntryDraft takeBack(StaffMember by, UUID id) {
        return move(by, id, Act.TAKE_BACK, "", _ -> new DraftCommand.TakeBack());
    }

    @Override
    public EntryDraft approve(StaffMember by, UUID id, LocalDate publishOn) {
        return inTransaction(() -> {
            EntryDraft approved = move(
                    by, id, Act.APPROVE, publishOn.toString(), _ -> new DraftCommand.Approve(by.person(), publishOn));
            return publishOn.isAfter(today()) ? approved : publish(id);
        });
    }

    @Override
    public EntryDraft sendBack(StaffMember by, UUID id, String reason) {
        return move(by, id, Act.SEND_BACK, reason, _ -> new DraftCommand.SendBack(by.person(), reason.strip()));
    }

    @Override
    public EntryDraft discard(StaffMember by, UUID id) {
        return move(by, id, Act.DISCARD, "", _ -> new DraftCommand.Discard());
    }

    @Override
    public String namesOf(String actors) {
        return Stream.of(actors.split(","))
                .filter(actor -> actor.startsWith(STAFF))
                .map(actor -> identity.nameOf(
                        new Party.Person(new PersonId(UUID.fromString(actor.substring(STAFF.length()))))))
                .collect(Collectors.joining("、"));
    }

    /** Publishes what is due. What the gate has come to hold back since goes back to its editors with the reason. */
    void publishDue() {
        for (UUID id : store.due(today())) {
            inTransaction(() -> publish(id));
        }
    }

    private EntryDraft publish(UUID id) {
        EntryDraft draft = store.hold(id).orElseThrow(StoredEditing::unknown);
        if (draft.stage() != Stage.APPROVED) {
            return draft;
        }
        List<Finding> findings = findings(draft);
        if (!findings.isEmpty()) {
            EntryDraft back = moved(draft, new DraftCommand.TakeBack()).at(now());
            store.change(back);
            store.note(
                    id,
                    new EntryDraft.Step(
                            now(), "", Act.SEND_BACK, findings.getFirst().rule().name()));
            return back;
        }
        EntryDraft published = moved(draft, new DraftCommand.Publish()).at(now());
        catalogue.publish(
                published.item(),
                new Publication(
                        published.editors().stream()
                                .map(StoredEditing::actor)
                                .sorted()
                                .collect(Collectors.joining(",")),
                        published.reviewer().map(StoredEditing::actor).orElseThrow(),
                        published.reason()));
        store.change(published);
        store.note(id, new EntryDraft.Step(now(), "", Act.PUBLISH, ""));
        return published;
    }

    private EntryDraft move(StaffMember by, UUID id, Act act, String note, Function<EntryDraft, DraftCommand> command) {
        return inTransaction(() -> {
            EntryDraft draft = hold(by, id);
            EntryDraft moved = moved(draft, command.apply(draft)).at(now());
            store.change(moved);
            note(moved, by, act, note.strip());
            return moved;
        });
    }

    private EntryDraft moved(EntryDraft draft, DraftCommand command) {
        return switch (DraftRules.decide(draft, command, today())) {
            case DraftDecision.Moved(EntryDraft next) -> next;
            case DraftDecision.Refused(DraftDecision.Reason why) -> throw refused(why);
        };
    }

    private static Problem refused(DraftDecision.Reason why) {
        return new Problem(409, "editing-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private EntryDraft hold(StaffMember by, UUID id) {
        EntryDraft draft = store.hold(id).orElseThrow(StoredEditing::unknown);
        requireSteward(by, body(draft.item().code()));
        return draft;
    }

    private void note(EntryDraft draft, StaffMember by, Act act, String note) {
        store.note(draft.id(), new EntryDraft.Step(now(), by.name(), act, note));
        audit.append(
                draft.id(),
                "editing." + act.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                by.actor(),
                Map.of("code", draft.item().code().value(), "note", note));
    }

    private Body body(ItemCode code) {
        return Uscc.parse(code.bodyUscc())
                .flatMap(organisation::body)
                .orElseThrow(() -> Problem.notFound("unknown-body"));
    }

    private static void requireSteward(StaffMember by, Body body) {
        if (!Stewardship.edits(by, body)) {
            throw notYours(by);
        }
    }

    private static Problem notYours(StaffMember by) {
        return new Problem(403, by.has(Role.CATALOGUE) ? "catalogue-not-your-division" : "catalogue-not-yours");
    }

    private static Problem unknown() {
        return Problem.notFound("unknown-entry-draft");
    }

    /** As the audit log names a member of staff, see {@link StaffMember#actor()}. */
    private static String actor(PersonId person) {
        return STAFF + person.value();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), Page.ZONE);
    }

    private Instant now() {
        return clock.instant();
    }

    private <T> T inTransaction(Supplier<T> command) {
        return Objects.requireNonNull(transaction.execute(_ -> command.get()));
    }
}

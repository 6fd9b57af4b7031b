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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.Stewardship;
import org.zhengtong.services.editing.Course;
import org.zhengtong.services.editing.Draft;
import org.zhengtong.services.editing.Draft.Act;
import org.zhengtong.services.editing.DraftCommand;
import org.zhengtong.services.editing.DraftDecision;
import org.zhengtong.services.editing.DraftRules;
import org.zhengtong.services.editing.Reviewing;
import org.zhengtong.services.editing.Stage;

/** What drafts of all kinds go through: begun, moved on, published on their day, each change in one transaction. */
abstract class Drafting<D extends Draft<D>> implements Reviewing<D> {
    static final String STAFF = "staff:";
    private static final Logger LOG = LoggerFactory.getLogger(Drafting.class);
    private final DraftStore<D> store;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Drafting(
            DraftStore<D> store,
            Organisation organisation,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The names of the rules by which the gate holds it back. */
    abstract List<String> heldBackBy(D draft);

    abstract void publish(D draft, Publication publication);

    @Override
    public Draft.History<D> draft(StaffMember by, UUID id) {
        return new Draft.History<>(seen(by, id), store.steps(id));
    }

    @Override
    public D submit(StaffMember by, UUID id, String reason) {
        return move(by, id, Act.SUBMIT, reason, draft -> new DraftCommand.Submit(heldBackBy(draft), reason.strip()));
    }

    @Override
    public D takeBack(StaffMember by, UUID id) {
        return move(by, id, Act.TAKE_BACK, "", _ -> new DraftCommand.TakeBack());
    }

    @Override
    public D approve(StaffMember by, UUID id, LocalDate publishOn) {
        return inTransaction(() -> {
            D approved = move(
                    by, id, Act.APPROVE, publishOn.toString(), _ -> new DraftCommand.Approve(by.person(), publishOn));
            return publishOn.isAfter(today()) ? approved : publish(id);
        });
    }

    @Override
    public D sendBack(StaffMember by, UUID id, String reason) {
        return move(by, id, Act.SEND_BACK, reason, _ -> new DraftCommand.SendBack(by.person(), reason.strip()));
    }

    @Override
    public D discard(StaffMember by, UUID id) {
        return move(by, id, Act.DISCARD, "", _ -> new DraftCommand.Discard());
    }

    /**
     * Publishes what is due. What the gate has come to hold back since goes back to its editors with the reason; one that
     * cannot be published for a fault of the program is tried again the next time, and does not keep the others waiting.
     */
    void publishDue() {
        for (UUID id : store.due(today())) {
            try {
                inTransaction(() -> publish(id));
            } catch (RuntimeException fault) {
                LOG.error("the draft {} is due and could not be published", id, fault);
            }
        }
    }

    private D publish(UUID id) {
        D draft = store.hold(id).orElseThrow(Drafting::unknown);
        if (draft.stage() != Stage.APPROVED) {
            return draft;
        }
        List<String> rules = heldBackBy(draft);
        if (!rules.isEmpty()) {
            D back = draft.with(moved(draft, new DraftCommand.TakeBack()), now());
            store.change(back);
            store.note(id, new Draft.Step(now(), "", Act.SEND_BACK, rules.getFirst()));
            return back;
        }
        D published = draft.with(moved(draft, new DraftCommand.Publish()), now());
        publish(
                published,
                new Publication(
                        published.editors().stream()
                                .map(Drafting::actor)
                                .sorted()
                                .collect(Collectors.joining(",")),
                        published.reviewer().map(Drafting::actor).orElseThrow(),
                        published.reason()));
        store.change(published);
        store.note(id, new Draft.Step(now(), "", Act.PUBLISH, ""));
        return published;
    }

    private D move(StaffMember by, UUID id, Act act, String note, Function<D, DraftCommand> command) {
        return inTransaction(() -> {
            D draft = hold(by, id);
            D moved = draft.with(moved(draft, command.apply(draft)), now());
            store.change(moved);
            note(moved, by, act, note.strip());
            return moved;
        });
    }

    private Course moved(D draft, DraftCommand command) {
        return switch (DraftRules.decide(draft.course(), command, today())) {
            case DraftDecision.Moved(Course next) -> next;
            case DraftDecision.Refused(DraftDecision.Reason why) -> throw refused(why);
        };
    }

    /** Nothing when there is an open draft of the same code. */
    final Optional<UUID> add(StaffMember by, D draft) {
        return inTransaction(() -> {
            if (!store.add(draft)) {
                return Optional.empty();
            }
            note(draft, by, Act.BEGIN, "");
            return Optional.of(draft.id());
        });
    }

    /** The open draft of this code when it is of the same version; 409 when it is of another. */
    final Optional<UUID> goneOnWith(String code, int version) {
        Optional<D> open = store.openOf(code);
        if (open.filter(draft -> draft.basedOn() != version).isPresent()) {
            throw occupied();
        }
        return open.map(Draft::id);
    }

    final Optional<UUID> idOfOpen(String code) {
        return store.openOf(code).map(Draft::id);
    }

    /** Identifies what these parts of a document say. */
    static String fingerprint(Stream<String> parts) {
        String text = parts.collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sm3.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** To be changed by this member of staff. */
    final D hold(StaffMember by, UUID id) {
        D draft = store.hold(id).orElseThrow(Drafting::unknown);
        requireSteward(by, body(draft.bodyUscc()));
        return draft;
    }

    final D heldInEditing(StaffMember by, UUID id) {
        D draft = hold(by, id);
        if (draft.stage() != Stage.EDITING) {
            throw refused(DraftDecision.Reason.NOT_IN_THIS_STAGE);
        }
        return draft;
    }

    final void changed(D draft, StaffMember by, String note) {
        store.change(draft);
        note(draft, by, Act.EDIT, note);
    }

    /** To be looked at by this member of staff. */
    final D seen(StaffMember by, UUID id) {
        D draft = store.find(id).orElseThrow(Drafting::unknown);
        if (!Stewardship.sees(by, body(draft.bodyUscc()))) {
            throw notYours(by);
        }
        return draft;
    }

    final List<D> seen(StaffMember by) {
        if (!by.has(Role.CATALOGUE)) {
            throw new Problem(403, "catalogue-not-yours");
        }
        return store.open(organisation.bodies().stream()
                .filter(body -> Stewardship.sees(by, body))
                .map(body -> body.uscc().value())
                .toList());
    }

    private void note(D draft, StaffMember by, Act act, String note) {
        store.note(draft.id(), new Draft.Step(now(), by.name(), act, note));
        audit.append(
                draft.id(),
                "editing." + act.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                by.actor(),
                Map.of("code", draft.code(), "note", note));
    }

    final Body body(String uscc) {
        return Uscc.parse(uscc).flatMap(organisation::body).orElseThrow(() -> Problem.notFound("unknown-body"));
    }

    static void requireSteward(StaffMember by, Body body) {
        if (!Stewardship.edits(by, body)) {
            throw notYours(by);
        }
    }

    static Problem refused(DraftDecision.Reason why) {
        return new Problem(409, "editing-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Problem occupied() {
        return new Problem(409, "editing-draft-open");
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

    final Instant now() {
        return clock.instant();
    }

    final <T> T inTransaction(Supplier<T> command) {
        return Objects.requireNonNull(transaction.execute(_ -> command.get()));
    }
}

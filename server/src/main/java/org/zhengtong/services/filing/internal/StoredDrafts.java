package org.zhengtong.services.filing.internal;

import java.io.InputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.Form;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.Material;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Answers;
import org.zhengtong.services.filing.AtHand;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.internal.DraftStore.Kept;

/** Keeps drafts, each change in a transaction of its own. */
@Service
class StoredDrafts implements Drafts {
    private static final int MOST_FILES = 20;

    private final DraftStore store;
    private final DraftAccess access;
    private final Applicants applicants;
    private final SharedRegisters registers;
    private final Catalogue catalogue;
    private final Matters matters;
    private final FileStore fileStore;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StoredDrafts(
            DraftStore store,
            DraftAccess access,
            Applicants applicants,
            SharedRegisters registers,
            Catalogue catalogue,
            Matters matters,
            FileStore fileStore,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.access = access;
        this.applicants = applicants;
        this.registers = registers;
        this.catalogue = catalogue;
        this.matters = matters;
        this.fileStore = fileStore;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public List<Open> openOf(PersonId owner) {
        return store.openOf(owner).stream()
                .map(kept -> new Open(
                        kept.id(),
                        "/drafts/" + kept.id(),
                        item(kept).name(),
                        Optional.of(kept.party())
                                .filter(party -> !party.equals(new Party.Person(owner)))
                                .map(applicants::nameOf),
                        kept.updatedAt()))
                .toList();
    }

    @Override
    public Start start(SignedIn me, ItemCode code, Optional<Party> chosen) {
        ServiceItem item = catalogue.item(code).orElseThrow(() -> Problem.notFound("filing.unknown-item"));
        if (!item.canBeFiled()) {
            return new Start.Closed(item.state() == ItemState.SUSPENDED);
        }
        return start(me, code.value(), applicants.of(me, item), _ -> Optional.of(item), chosen);
    }

    @Override
    public Start startJointly(SignedIn me, String code, Optional<Party> chosen, Map<String, String> guide) {
        Bundle bundle = catalogue.bundle(code).orElseThrow(() -> Problem.notFound("filing.unknown-item"));
        List<Applicant> possible = applicants.of(me).stream()
                .filter(one -> matters.of(bundle, one.party(), Map.of()).isPresent())
                .toList();
        Start start = start(
                me, code, possible, party -> matters.of(bundle, party, Map.of()).map(Matter::item), chosen);
        if (start instanceof Start.Begun(UUID id, boolean continued) && !continued && !guide.isEmpty()) {
            Map<String, String> situations = new LinkedHashMap<>();
            guide.forEach((choice, answer) -> situations.put(Matter.guided(choice), answer));
            saveSituations(me, id, 1, situations);
        }
        return start;
    }

    private Start start(
            SignedIn me,
            String code,
            List<Applicant> possible,
            Function<Party, Optional<ServiceItem>> item,
            Optional<Party> chosen) {
        if (!applicants.isOfAge(applicants.person(me.person()))) {
            return new Start.GuardianNeeded();
        }
        Optional<Party> wanted = chosen.or(me::actingFor);
        Optional<Applicant> applicant = wanted.flatMap(party -> possible.stream()
                        .filter(one -> one.party().equals(party))
                        .findFirst())
                .or(() -> possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty());
        if (applicant.isPresent()) {
            Party party = applicant.get().party();
            return item.apply(party)
                    .<Start>map(one -> begin(Filer.of(me), code, one.version(), party))
                    .orElseGet(() -> new Start.Closed(false));
        }
        return possible.isEmpty() ? new Start.FirmNeeded() : new Start.ForWhom(possible);
    }

    /** Goes on with the draft that is open for the same item and applicant. */
    Start.Begun begin(Filer filer, String code, int itemVersion, Party party) {
        PersonId owner = filer.person();
        Optional<UUID> open = store.open(owner, party, code);
        if (open.isPresent()) {
            return new Start.Begun(open.get(), true);
        }
        UUID id = identifiers.next();
        Kept draft = new Kept(
                id,
                owner,
                party,
                code,
                itemVersion,
                false,
                1,
                DraftContent.EMPTY,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        boolean added = inTransaction(() -> {
            boolean first = store.add(draft);
            if (first) {
                audit.append(id, "filing.begin", filer.actor(), Map.of("item", code));
                applicants.lookedAt(owner, party, filer.actor(), code);
            }
            return first;
        });
        return added
                ? new Start.Begun(id, false)
                : new Start.Begun(store.open(owner, party, code).orElse(id), true);
    }

    @Override
    public Draft draft(SignedIn me, UUID id) {
        return draft(access.find(id, me.person()).orElseThrow(StoredDrafts::unknown));
    }

    @Override
    public AtHand atHand(Draft draft) {
        return isMandated(draft)
                ? applicants
                        .atHand(draft.owner(), draft.party(), draft.item())
                        .with(registers.known(draft.item().form(), draft.party()))
                : AtHand.NOTHING;
    }

    @Override
    public boolean isMandated(Draft draft) {
        Optional<String> item = draft.bundle().isPresent()
                ? Optional.empty()
                : Optional.of(draft.item().code().value());
        return applicants.mayFile(draft.owner(), draft.party(), item);
    }

    @Override
    public Saved savePage(SignedIn me, UUID id, String section, int seen, Map<String, String> typed) {
        return save(
                me,
                id,
                draft -> !draft.isStale(section, seen) || isSame(draft.answers().values(), typed),
                (draft, content) ->
                        content.withAnswers(draft.answers().with(typed).values(), section, draft.version() + 1));
    }

    @Override
    public Saved saveSituations(SignedIn me, UUID id, int seen, Map<String, String> chosen) {
        return save(
                me,
                id,
                draft -> !draft.isStale(Draft.GUIDE, seen) || isSame(draft.situations(), chosen),
                (draft, content) ->
                        content.withSituations(new Answers(chosen).values(), Draft.GUIDE, draft.version() + 1));
    }

    @Override
    public Saved replace(
            SignedIn me,
            UUID id,
            int seen,
            Map<String, String> situations,
            Map<String, String> answers,
            Map<String, List<UUID>> files,
            List<String> promised) {
        Draft before = draft(me, id);
        Form form = before.item().form();
        List<UUID> named = Stream.concat(
                        files.values().stream().flatMap(List::stream), FileAnswers.of(form, answers).values().stream())
                .toList();
        if (!store.uploadedBy(before.owner(), named).containsAll(named)) {
            throw new Problem(422, "filing.not-your-file");
        }
        return save(
                me,
                id,
                draft -> draft.version() == seen,
                (draft, content) -> content.replaced(
                        new Answers(situations).values(),
                        new Answers(answers).values(),
                        files,
                        promised,
                        Stream.concat(
                                Stream.of(Draft.GUIDE),
                                draft.item().form().sections().stream().map(Form.Section::id)),
                        draft.version() + 1));
    }

    @Override
    public Draft handIn(SignedIn me, UUID id, String material, InputStream content, String name) throws FileRefused {
        Draft draft = draft(me, id);
        requireOpen(draft);
        requireMaterial(draft, material);
        if (draft.filesOf(material).size() >= MOST_FILES) {
            throw new Problem(422, "filing.too-many-files", MOST_FILES);
        }
        StoredFile file = fileStore.keep(content, name, FileRules.MATERIAL);
        return change(me, id, (current, kept) -> {
            store.uploaded(draft.owner(), file.id(), clock.instant());
            return kept.withFile(material, file.id());
        });
    }

    @Override
    public StoredFile keep(SignedIn me, UUID id, InputStream content, String name) throws FileRefused {
        Draft draft = draft(me, id);
        requireOpen(draft);
        StoredFile file = fileStore.keep(content, name, FileRules.MATERIAL);
        transaction.executeWithoutResult(_ -> store.uploaded(draft.owner(), file.id(), clock.instant()));
        return file;
    }

    @Override
    public Draft takeBack(SignedIn me, UUID id, String material, UUID file) {
        return change(me, id, (draft, content) -> content.withoutFile(material, file));
    }

    @Override
    public Draft promise(SignedIn me, UUID id, String material, boolean promised) {
        return change(me, id, (draft, content) -> {
            if (requireMaterial(draft, material).requirement() != Material.Requirement.MAY_FOLLOW) {
                throw new Problem(422, "filing.may-not-follow");
            }
            return content.withPromise(material, promised);
        });
    }

    @Override
    public List<StoredFile> files(Draft draft, String material) {
        return draft.filesOf(material).stream()
                .flatMap(id -> fileStore.find(id).stream())
                .toList();
    }

    @Override
    public void delete(SignedIn me, UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!store.delete(id, me.person())) {
                throw unknown();
            }
            audit.append(id, "filing.delete", me.actor(), Map.of());
        });
    }

    private Saved save(
            SignedIn me, UUID id, Predicate<Draft> allowed, BiFunction<Draft, DraftContent, DraftContent> change) {
        return inTransaction(() -> {
            Kept kept = hold(me, id);
            Draft draft = draft(kept);
            return allowed.test(draft) ? new Saved.Here(write(kept, draft, change)) : new Saved.Elsewhere(draft);
        });
    }

    private Draft change(SignedIn me, UUID id, BiFunction<Draft, DraftContent, DraftContent> change) {
        return inTransaction(() -> {
            Kept kept = hold(me, id);
            return write(kept, draft(kept), change);
        });
    }

    private Kept hold(SignedIn me, UUID id) {
        Kept kept = access.hold(id, me.person()).orElseThrow(StoredDrafts::unknown);
        if (kept.filed().isPresent()) {
            throw alreadyFiled();
        }
        return kept;
    }

    /** The one way a draft changes; it moves on to the newest version of its item by the way. */
    private Draft write(Kept kept, Draft draft, BiFunction<Draft, DraftContent, DraftContent> change) {
        Kept changed = new Kept(
                kept.id(),
                kept.owner(),
                kept.party(),
                kept.itemCode(),
                draft.item().version(),
                draft.itemChanged(),
                kept.version() + 1,
                change.apply(draft, kept.content()),
                clock.instant(),
                Optional.empty(),
                kept.hands(),
                kept.signed());
        store.change(changed);
        return draft(changed);
    }

    private <T> T inTransaction(Supplier<T> command) {
        return Objects.requireNonNull(transaction.execute(status -> command.get()));
    }

    Draft draft(Kept kept) {
        ServiceItem item = item(kept);
        return new Draft(
                kept.id(),
                kept.owner(),
                kept.party(),
                item,
                kept.bundle(),
                kept.itemChanged() || item.version() != kept.itemVersion(),
                kept.version(),
                kept.content().situations(),
                new Answers(kept.content().answers()),
                kept.content().pages(),
                kept.content().files(),
                kept.content().promised(),
                kept.updatedAt(),
                kept.filed(),
                kept.hands().map(DraftStore.Hands::attended),
                kept.signed());
    }

    private ServiceItem item(Kept kept) {
        if (kept.bundle().isPresent()) {
            return matters.of(kept).item();
        }
        ItemCode code = new ItemCode(kept.itemCode());
        return catalogue.item(code).orElseGet(() -> catalogue.item(code, kept.itemVersion()));
    }

    /** Whether what was typed is what is kept already, field by field. */
    private static boolean isSame(Map<String, String> kept, Map<String, String> typed) {
        Answers answers = new Answers(typed);
        return typed.keySet().stream()
                .allMatch(field -> answers.to(field).equals(Optional.ofNullable(kept.get(field))));
    }

    private static Material requireMaterial(Draft draft, String material) {
        return draft.item().materials().stream()
                .filter(one -> one.id().equals(material))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("filing.unknown-page"));
    }

    private static void requireOpen(Draft draft) {
        if (draft.filed().isPresent()) {
            throw alreadyFiled();
        }
    }

    private static Problem alreadyFiled() {
        return new Problem(409, "filing.already-filed");
    }

    private static Problem unknown() {
        return Problem.notFound("filing.unknown-draft");
    }
}

package org.zhengtong.services.licences.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceChanged;
import org.zhengtong.services.licences.LicenceIdentifier;
import org.zhengtong.services.licences.LicenceIssued;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceReading;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.LicenceType.NumberRule;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.Verification;
import org.zhengtong.services.licences.Verification.Outcome;

@Service
class IssuedLicences implements Licences {
    private final LicenceStore store;
    private final LicenceTypes types;
    private final PrintedNumbers numbers;
    private final Sealing sealing;
    private final Identity identity;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;

    IssuedLicences(
            LicenceStore store,
            LicenceTypes types,
            PrintedNumbers numbers,
            Sealing sealing,
            Identity identity,
            Outbox outbox,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.types = types;
        this.numbers = numbers;
        this.sealing = sealing;
        this.identity = identity;
        this.outbox = outbox;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Licence issue(LicenceOrder order) {
        return store.newestGrantedBy(order.grantedBy())
                .map(row -> sealing.open(row).orElseThrow(() -> broken(row)))
                .orElseGet(() -> issueFirst(order))
                .licenceOn(today());
    }

    private SealedRecord issueFirst(LicenceOrder order) {
        LicenceType type = types.of(order.type());
        int year = order.issuedOn().getYear();
        int serial = store.nextSerial(type.code(), year);
        LicenceIdentifier identifier =
                new LicenceIdentifier(type.code(), order.issuerUscc(), "%d%07d".formatted(year, serial), 1);
        String number = numbers.number(type, order, serial);
        SortedMap<String, String> attributes = new TreeMap<>(order.attributes());
        if (type.numbering() instanceof NumberRule.CreditCode) {
            attributes.put(PrintedNumbers.CREDIT_CODE, number);
        }
        Optional<LocalDate> validUntil = order.validUntil().or(() -> type.validUntil(order.issuedOn()));
        SealedRecord record = SealedRecord.first(
                identifiers.next(), identifier, order, number, validUntil, attributes, clock.instant());

        store.add(sealing.seal(record));
        outbox.publish(
                LicenceIssued.TOPIC,
                record.licence(),
                new LicenceIssued(
                        record.licence(), record.identifier(), record.type(), record.holder(), record.grantedBy()));
        audit.append(
                record.licence(),
                "licences.issue",
                "system",
                Map.of(
                        "identifier", record.identifier(),
                        "type", record.type(),
                        "case", record.grantedBy().toString()));
        return record;
    }

    @Override
    @Transactional
    public Licence change(UUID id, LicenceState state, String actor, String reason) {
        LicenceRow row = store.newestForChange(id).orElseThrow(() -> Problem.notFound("licence-unknown"));
        SealedRecord before = sealing.open(row).orElseThrow(() -> broken(row));
        if (!before.stateOn(today()).mayBecome(state)) {
            throw new Problem(409, "licence-state");
        }
        SealedRecord after = before.next(state, reason, clock.instant());

        store.add(sealing.seal(after));
        outbox.publish(LicenceChanged.TOPIC, id, new LicenceChanged(id, after.identifier(), state));
        audit.append(
                id,
                "licences.change",
                actor,
                Map.of("identifier", after.identifier(), "state", state.name(), "predecessor", before.identifier()));
        return after.licenceOn(today());
    }

    @Override
    public List<Licence> heldBy(Party holder) {
        LocalDate today = today();
        return store.newestHeldBy(SealedRecord.kind(holder), holder.id()).stream()
                .flatMap(row -> sealing.open(row).stream())
                .map(record -> record.licenceOn(today))
                .toList();
    }

    @Override
    @Transactional
    public Optional<Licence> use(Party holder, String type, String actor, String purpose) {
        Optional<Licence> found = heldBy(holder).stream()
                .filter(licence -> licence.type().equals(type) && licence.isValid())
                .findFirst();
        found.ifPresent(licence -> read(licence, actor, purpose));
        return found;
    }

    @Override
    public Optional<Licence> find(UUID id) {
        return store.newest(id).flatMap(sealing::open).map(record -> record.licenceOn(today()));
    }

    @Override
    public List<Licence> heldBy(SignedIn me) {
        return parties(me)
                .flatMap(party -> heldBy(party).stream())
                .sorted(Comparator.comparing(Licence::issuedOn).reversed())
                .toList();
    }

    @Override
    public Optional<Licence> find(UUID id, SignedIn me) {
        return find(id).filter(licence -> parties(me).anyMatch(licence.holder()::equals));
    }

    private Stream<Party> parties(SignedIn me) {
        return Stream.concat(
                Stream.of(new Party.Person(me.person())),
                identity.firmsOf(me.person()).stream().map(firm -> new Party.Firm(firm.id())));
    }

    @Override
    public Optional<Licence> grantedBy(UUID caseId) {
        return store.newestGrantedBy(caseId).flatMap(sealing::open).map(record -> record.licenceOn(today()));
    }

    @Override
    public Map<UUID, Set<UUID>> issuedBy(Collection<UUID> cases) {
        return cases.isEmpty() ? Map.of() : store.issuedBy(cases);
    }

    @Override
    public List<LicenceReading> readings(UUID id) {
        return store.readings(id);
    }

    @Override
    public Verification verify(String typed) {
        return switch (LicenceIdentifier.read(typed)) {
            case LicenceIdentifier.Reading.NotOne(String text) -> Verification.without(text, Outcome.NO_IDENTIFIER);
            case LicenceIdentifier.Reading.Mistyped(String text) -> Verification.without(text, Outcome.MISTYPED);
            case LicenceIdentifier.Reading.Good(LicenceIdentifier identifier) -> verify(identifier);
        };
    }

    private Verification verify(LicenceIdentifier asked) {
        String identifier = asked.toString();
        List<LicenceRow> versions = store.versions(identifier);
        if (versions.isEmpty()) {
            return Verification.without(identifier, Outcome.UNKNOWN);
        }
        LicenceRow row = versions.stream()
                .filter(version -> version.identifier().equals(identifier))
                .findFirst()
                .orElseThrow();
        Optional<SealedRecord> opened = sealing.open(row);
        Optional<SealedRecord> newest =
                row.version() == versions.getFirst().version() ? opened : sealing.open(versions.getFirst());
        if (opened.isEmpty() || newest.isEmpty()) {
            return Verification.without(identifier, Outcome.SEAL_BROKEN);
        }
        Verification.Shown shown = PublicView.of(opened.get(), types.of(row.type()));
        LicenceState state = newest.get().stateOn(today());
        boolean replaced = state == LicenceState.VALID && newest.get().version() != asked.version();
        return replaced ? Verification.replaced(identifier, shown) : Verification.of(identifier, state, shown);
    }

    @Override
    @Transactional
    public Optional<Licence> presented(String scanned, String actor, String purpose) {
        String identifier = PresentedCode.identifier(scanned);
        if (!verify(identifier).valid()) {
            return Optional.empty();
        }
        Optional<Licence> found = LicenceIdentifier.parse(identifier).stream()
                .flatMap(asked -> store.versions(asked.toString()).stream())
                .findFirst()
                .flatMap(row -> find(row.licence()));
        found.ifPresent(licence -> read(licence, actor, purpose));
        return found;
    }

    private void read(Licence licence, String actor, String purpose) {
        store.addReading(identifiers.next(), licence.id(), new LicenceReading(clock.instant(), actor, purpose));
        audit.append(licence.id(), "licences.use", actor, Map.of("identifier", licence.identifier()));
    }

    @Override
    public LicenceType type(String title) {
        return types.of(title);
    }

    @Override
    public List<LicenceType> types() {
        return types.all();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static IllegalStateException broken(LicenceRow row) {
        return new IllegalStateException("the record of licence " + row.licence() + " does not fit its seal");
    }
}

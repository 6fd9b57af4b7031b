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
import org.zhengtong.services.licences.IssuerList;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceIdentifier;
import org.zhengtong.services.licences.LicenceIssued;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceReading;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.LicenceType.NumberRule;
import org.zhengtong.services.licences.LicenceVersion;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.licences.OfflineVerification;
import org.zhengtong.services.licences.Verification;
import org.zhengtong.services.licences.Verification.Outcome;

@Service
class IssuedLicences implements Licences {
    private final LicenceStore store;
    private final LicenceTypes types;
    private final PrintedNumbers numbers;
    private final Sealing sealing;
    private final Versioning versioning;
    private final Readings readings;
    private final LicenceCodes codes;
    private final SignedIssuers issuers;
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
            Versioning versioning,
            Readings readings,
            LicenceCodes codes,
            SignedIssuers issuers,
            Identity identity,
            Outbox outbox,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.types = types;
        this.numbers = numbers;
        this.sealing = sealing;
        this.versioning = versioning;
        this.readings = readings;
        this.codes = codes;
        this.issuers = issuers;
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
                .orElseGet(() -> issueFirst(order, Optional.empty()))
                .licenceOn(today());
    }

    /** A licence that was issued on paper before, with the number it has there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Licence takeOver(LicenceOrder order, String number) {
        return issueFirst(order, Optional.of(number)).licenceOn(today());
    }

    private SealedRecord issueFirst(LicenceOrder order, Optional<String> known) {
        LicenceType type = types.of(order.type());
        int year = order.issuedOn().getYear();
        int serial = store.nextSerial(type.code(), year);
        LicenceIdentifier identifier =
                new LicenceIdentifier(type.code(), order.issuerUscc(), "%d%07d".formatted(year, serial), 1);
        String number = known.orElseGet(() -> numbers.number(type, order, serial));
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
        return versioning
                .write(id, before -> {
                    if (!before.stateOn(today()).mayBecome(state)) {
                        throw new Problem(409, "licence-state");
                    }
                    return Optional.of(new Versioning.Next(
                            state,
                            reason,
                            Optional.empty(),
                            Optional.empty(),
                            actor,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            before.validUntil(),
                            before.attributes()));
                })
                .orElseThrow()
                .licenceOn(today());
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
                .filter(licence -> find(licence.id()).isPresent())
                .findFirst();
        found.ifPresent(licence -> readings.add(licence, actor, purpose));
        return found;
    }

    @Override
    public Optional<Licence> find(UUID id) {
        return chain(id).map(chain -> chain.newest().licenceOn(today()));
    }

    private Optional<Chain> chain(UUID id) {
        return Chain.of(store.versions(id), sealing);
    }

    @Override
    public List<Licence> heldBy(SignedIn me) {
        return identity.reachOf(me.person()).wholeParties().stream()
                .flatMap(party -> heldBy(party).stream())
                .sorted(Comparator.comparing(Licence::issuedOn).reversed())
                .toList();
    }

    @Override
    @Transactional
    public Optional<Licence> find(UUID id, SignedIn me) {
        Optional<Licence> found = find(id).filter(
                        licence -> identity.reachOf(me.person()).wholeParties().contains(licence.holder()));
        found.filter(licence -> licence.holder() instanceof Party.Person other
                        && !other.person().equals(me.person()))
                .ifPresent(licence -> readings.add(licence, me.actor(), "mandate"));
        return found;
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
        return readings.of(id);
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
        return Chain.of(versions, sealing)
                .map(chain -> verified(chain, asked))
                .orElseGet(() -> Verification.without(identifier, Outcome.SEAL_BROKEN));
    }

    private Verification verified(Chain chain, LicenceIdentifier asked) {
        String identifier = asked.toString();
        SealedRecord record = chain.version(identifier).orElseThrow();
        Verification.Shown shown = PublicView.of(record, types.of(record.type()));
        LicenceState state = chain.newest().stateOn(today());
        boolean replaced = state == LicenceState.VALID && chain.newest().version() != asked.version();
        return replaced ? Verification.replaced(identifier, shown) : Verification.of(identifier, state, shown);
    }

    @Override
    public Verification verify(String typed, String code) {
        return switch (LicenceIdentifier.read(typed)) {
            case LicenceIdentifier.Reading.Good(LicenceIdentifier identifier)
            when !codes.isGenuine(code, identifier.toString()) ->
                Verification.without(identifier.toString(), Outcome.CODE_FORGED);
            default -> verify(typed);
        };
    }

    @Override
    public Optional<String> code(Licence licence) {
        return codes.of(licence, Optional.empty());
    }

    @Override
    public IssuerList issuers() {
        return issuers.list();
    }

    @Override
    public Optional<List<LicenceVersion>> versions(UUID id) {
        return chain(id).map(Histories::of);
    }

    @Override
    @Transactional
    public Optional<Licence> presented(String scanned, String actor, String purpose) {
        String identifier = PresentedCode.identifier(scanned);
        Verification verification = OfflineVerification.code(scanned)
                .map(code -> verify(identifier, code))
                .orElseGet(() -> verify(identifier));
        if (!verification.valid()) {
            return Optional.empty();
        }
        Optional<Licence> found = LicenceIdentifier.parse(identifier).stream()
                .flatMap(asked -> store.versions(asked.toString()).stream())
                .findFirst()
                .flatMap(row -> find(row.licence()));
        found.ifPresent(licence -> readings.add(licence, actor, purpose));
        return found;
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

package org.zhengtong.services.licences.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.paper.VerificationCode;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.ground.web.TypedDay;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceCopies;
import org.zhengtong.services.licences.LicenceCopy;
import org.zhengtong.services.licences.LicenceCopy.State;
import org.zhengtong.services.licences.LicencePrint;
import org.zhengtong.services.licences.Licences;

@Service
class HoldersCopies implements LicenceCopies {
    private static final int LONGEST_PURPOSE = 100;
    private static final int LONGEST_RECIPIENT = 60;

    private final Licences licences;
    private final LicenceStore versions;
    private final Sealing sealing;
    private final LicenceTypes types;
    private final LicenceCodes codes;
    private final CopyStore store;
    private final KeptPrints prints;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final RandomGenerator random;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HoldersCopies(
            Licences licences,
            LicenceStore versions,
            Sealing sealing,
            LicenceTypes types,
            LicenceCodes codes,
            CopyStore store,
            KeptPrints prints,
            AuditLog audit,
            Identifiers identifiers,
            RandomGenerator random,
            TransactionTemplate transaction,
            Clock clock) {
        this.licences = licences;
        this.versions = versions;
        this.sealing = sealing;
        this.types = types;
        this.codes = codes;
        this.store = store;
        this.prints = prints;
        this.audit = audit;
        this.identifiers = identifiers;
        this.random = random;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Answer make(SignedIn me, UUID id, Wish wish) {
        Licence licence = own(me, id);
        if (!licence.isValid()) {
            throw new Problem(409, "licence-not-for-copies");
        }
        List<WrongField> wrong = wrong(licence, wish);
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        CopyStore.Row row = new CopyStore.Row(
                identifiers.next(),
                id,
                licence.version(),
                VerificationCode.draw(random).value(),
                new CopyStore.Words(wish.purpose().strip(), wish.recipient().strip()),
                TypedDay.parse(wish.until()).orElseThrow(),
                clock.instant(),
                Optional.empty());
        transaction.executeWithoutResult(_ -> {
            store.add(row);
            audit.append(
                    id,
                    "licences.copy",
                    me.actor(),
                    Map.of("copy", row.id().toString(), "until", row.until().toString()));
        });
        return new Answer.Made(copy(row, licence));
    }

    private List<WrongField> wrong(Licence licence, Wish wish) {
        List<WrongField> wrong = new ArrayList<>();
        check("purpose", wish.purpose(), LONGEST_PURPOSE, wrong);
        check("recipient", wish.recipient(), LONGEST_RECIPIENT, wrong);
        LocalDate last =
                licence.validUntil().filter(today().plusYears(1)::isAfter).orElse(today().plusYears(1));
        boolean fits = TypedDay.parse(wish.until())
                .filter(day -> !day.isBefore(today()) && !day.isAfter(last))
                .isPresent();
        if (!fits) {
            wrong.add(new WrongField("until", "licences.copy.wrong.until", last.toString()));
        }
        if (wrong.isEmpty() && store.standing(licence.id(), today()) >= MOST) {
            wrong.add(new WrongField("purpose", "licences.copy.wrong.too-many", MOST));
        }
        return wrong;
    }

    private static void check(String field, String value, int longest, List<WrongField> wrong) {
        String plain = value.strip();
        boolean hidden = plain.codePoints()
                .anyMatch(one -> Character.isISOControl(one) || Character.getType(one) == Character.FORMAT);
        if (plain.length() < 2 || plain.length() > longest || hidden) {
            wrong.add(new WrongField(field, "licences.copy.wrong." + field, longest));
        }
    }

    @Override
    public List<LicenceCopy> of(SignedIn me, UUID id) {
        Licence licence = own(me, id);
        return store.of(id).stream().map(row -> copy(row, licence)).toList();
    }

    @Override
    public LicenceCopy open(SignedIn me, UUID id, UUID copy) {
        return copy(row(id, copy), own(me, id));
    }

    @Override
    public void revoke(SignedIn me, UUID id, UUID copy) {
        own(me, id);
        CopyStore.Row row = row(id, copy);
        transaction.executeWithoutResult(_ -> {
            if (store.revoke(row.id(), clock.instant())) {
                audit.append(id, "licences.copy-revoke", me.actor(), Map.of("copy", copy.toString()));
            }
        });
    }

    @Override
    public LicencePrint print(SignedIn me, UUID id, UUID copy) {
        LicenceCopy found = open(me, id, copy);
        if (found.state() != State.VALID) {
            throw new Problem(409, "licence-copy-over");
        }
        return prints.of(found, own(me, id));
    }

    @Override
    public Optional<Verified> verify(String number, Optional<String> code) {
        return VerificationCode.parse(number)
                .flatMap(read -> store.find(read.value()))
                .flatMap(this::verified)
                .filter(found -> code.isEmpty() || codes.isGenuineCopy(code.get(), found));
    }

    private Optional<Verified> verified(CopyStore.Row row) {
        return Chain.of(versions.versions(row.licence()), sealing)
                .flatMap(chain -> chain.versions().stream()
                        .map(Sealing.Opened::record)
                        .filter(record -> record.version() == row.version())
                        .findFirst()
                        .map(record -> new Verified(
                                copy(row, chain.newest().licenceOn(today())),
                                record.identifier(),
                                PublicView.of(record, types.of(record.type())))));
    }

    private LicenceCopy copy(CopyStore.Row row, Licence newest) {
        return new LicenceCopy(
                row.id(),
                row.licence(),
                row.version(),
                row.number(),
                row.words().purpose(),
                row.words().recipient(),
                row.until(),
                row.madeAt(),
                row.revokedAt(),
                state(row, newest));
    }

    private State state(CopyStore.Row row, Licence newest) {
        if (row.revokedAt().isPresent()) {
            return State.REVOKED;
        }
        if (!newest.isValid()) {
            return State.LICENCE_ENDED;
        }
        if (newest.version() != row.version()) {
            return State.LICENCE_REPLACED;
        }
        return today().isAfter(row.until()) ? State.OVER : State.VALID;
    }

    private CopyStore.Row row(UUID licence, UUID copy) {
        return store.find(licence, copy).orElseThrow(() -> Problem.notFound("licence-copy-unknown"));
    }

    private Licence own(SignedIn me, UUID id) {
        return licences.find(id, me).orElseThrow(() -> Problem.notFound("licence-unknown"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

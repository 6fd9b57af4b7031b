package org.zhengtong.services.licences.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Successions;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceAct;
import org.zhengtong.services.licences.LicenceDecision;
import org.zhengtong.services.licences.LicenceDesk;
import org.zhengtong.services.licences.LicenceIdentifier;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceType;

@Service
class IssuersDesk implements LicenceDesk {
    private final LicenceStore store;
    private final LicenceTypes types;
    private final Sealing sealing;
    private final Versioning versioning;
    private final Readings readings;
    private final Organisation organisation;
    private final Successions successions;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IssuersDesk(
            LicenceStore store,
            LicenceTypes types,
            Sealing sealing,
            Versioning versioning,
            Readings readings,
            Organisation organisation,
            Successions successions,
            MessageSource messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.types = types;
        this.sealing = sealing;
        this.versioning = versioning;
        this.readings = readings;
        this.organisation = organisation;
        this.successions = successions;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Line> list(StaffMember by, Question question) {
        requireSight(by);
        String state = question.state().map(LicenceState::name).orElse("");
        return store.newestIssuedBy(issuers(by), question.type(), state, question.before(), today(), PAGE + 1).stream()
                .flatMap(row -> sealing.open(row).stream())
                .map(this::line)
                .toList();
    }

    private Line line(SealedRecord record) {
        return new Line(
                record.licence(),
                record.identifier(),
                record.type(),
                record.heldByPerson() ? PublicView.masked(record.holderName()) : record.holderName(),
                record.issuedOn(),
                record.validUntil(),
                record.stateOn(today()));
    }

    @Override
    public Optional<UUID> find(StaffMember by, String typed) {
        requireSight(by);
        Set<String> issuers = issuers(by);
        return LicenceIdentifier.parse(PresentedCode.identifier(typed)).stream()
                .flatMap(identifier -> store.versions(identifier.toString()).stream())
                .findFirst()
                .filter(row -> issuers.contains(row.issuer()))
                .map(LicenceRow::licence);
    }

    @Override
    public Licence open(StaffMember by, UUID id) {
        requireSight(by);
        Chain chain = own(by, id);
        Licence licence = chain.newest().licenceOn(today());
        transaction.executeWithoutResult(_ -> readings.add(licence, by.actor(), purpose()));
        return licence;
    }

    /** Holders read it in the city's language, as they read the names of items. */
    private String purpose() {
        return Objects.requireNonNull(messages.getMessage("licences.desk.purpose", null, Locale.SIMPLIFIED_CHINESE));
    }

    private Chain own(StaffMember by, UUID id) {
        List<LicenceRow> rows = store.versions(id);
        if (rows.isEmpty() || !issuers(by).contains(rows.getFirst().issuer())) {
            throw Problem.notFound("licence-unknown");
        }
        return Chain.of(rows, sealing).orElseThrow(() -> new Problem(409, "licence-broken"));
    }

    @Override
    public boolean mayDecide(StaffMember by) {
        return organisation
                .staff(by.person())
                .filter(now -> now.hasWholly(Role.DECISION))
                .isPresent();
    }

    @Override
    public Answer decide(StaffMember by, UUID id, int seen, LicenceDecision decision) {
        if (!mayDecide(by)) {
            throw new Problem(403, "not-your-duty");
        }
        own(by, id);
        return Objects.requireNonNull(transaction.execute(_ -> decided(by, id, seen, decision)));
    }

    private Answer decided(StaffMember by, UUID id, int seen, LicenceDecision decision) {
        Wrong wrong = new Wrong();
        return versioning
                .write(id, before -> {
                    Licence licence = before.licenceOn(today());
                    if (before.version() != seen) {
                        return Optional.empty();
                    }
                    if (!decision.act().mayFollow(licence.state())) {
                        throw new Problem(409, "licence-state");
                    }
                    LicenceType type = types.of(before.type());
                    wrong.fields = decision.check(licence, type, today());
                    return wrong.fields.isEmpty()
                            ? Optional.of(next(before, decision, licence, type, by))
                            : Optional.empty();
                })
                .<Answer>map(after -> new Answer.Done(after.licenceOn(today())))
                .orElseGet(() ->
                        wrong.fields.isEmpty() ? new Answer.Overtaken() : new Answer.Wrong(List.copyOf(wrong.fields)));
    }

    private static final class Wrong {
        private List<WrongField> fields = List.of();
    }

    private static Versioning.Next next(
            SealedRecord before, LicenceDecision decision, Licence licence, LicenceType type, StaffMember by) {
        LicenceAct act = decision.act();
        SortedMap<String, String> attributes = new TreeMap<>(before.attributes());
        if (act == LicenceAct.CORRECT) {
            attributes.putAll(decision.changes(licence, type));
        }
        return new Versioning.Next(
                act.leadsTo(),
                decision.reason(),
                Optional.of(act),
                Optional.of(decision.ground()).filter(Predicate.not(String::isEmpty)),
                by.actor(),
                Optional.of(decision.document()),
                Optional.of(decision.hearing()).filter(_ -> act == LicenceAct.WITHDRAW),
                Optional.of(decision.receiver()).filter(_ -> act == LicenceAct.TRANSFER),
                decision.lastDay().filter(_ -> act == LicenceAct.DETAIN),
                act == LicenceAct.RENEW ? decision.lastDay() : before.validUntil(),
                attributes);
    }

    private void requireSight(StaffMember by) {
        boolean sees = organisation
                .staff(by.person())
                .filter(now -> now.hasWholly(Role.DECISION) || now.has(Role.CATALOGUE))
                .isPresent();
        if (!sees) {
            throw new Problem(403, "not-your-duty");
        }
    }

    /** The body itself, and those it has succeeded. */
    private Set<String> issuers(StaffMember by) {
        Stream<String> succeeded = successions.all().stream()
                .filter(one -> one.isInForce(today())
                        && one.successor().equals(by.body().uscc()))
                .map(one -> one.body().value());
        return Stream.concat(Stream.of(by.body().uscc().value()), succeeded).collect(Collectors.toSet());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package org.zhengtong.services.window.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Accounts;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmRegistration;
import org.zhengtong.people.identity.Firms;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.IdentityNumber;
import org.zhengtong.people.identity.InPerson;
import org.zhengtong.people.identity.LastFour;
import org.zhengtong.people.identity.MobileNumber;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.filing.WindowFiling.Attendance;
import org.zhengtong.services.filing.WindowSupplements;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.services.window.Handover;
import org.zhengtong.services.window.NewVisit;
import org.zhengtong.services.window.Visit;
import org.zhengtong.services.window.Visit.Standing;
import org.zhengtong.services.window.Visit.Typed;
import org.zhengtong.services.window.Visit.Way;
import org.zhengtong.services.window.Visits;

/** Serves people, each step written into the audit log. */
@Service
class ServedVisits implements Visits {
    private static final int LONGEST_PURPOSE = 60;

    private final VisitStore store;
    private final HandoverStore handovers;
    private final Identity identity;
    private final Accounts accounts;
    private final Firms firms;
    private final Licences licences;
    private final WindowFiling filing;
    private final WindowSupplements supplements;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ServedVisits(
            VisitStore store,
            HandoverStore handovers,
            Identity identity,
            Accounts accounts,
            Firms firms,
            Licences licences,
            WindowFiling filing,
            WindowSupplements supplements,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.handovers = handovers;
        this.identity = identity;
        this.accounts = accounts;
        this.firms = firms;
        this.licences = licences;
        this.filing = filing;
        this.supplements = supplements;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who was found by what was typed, or what is wrong with it. */
    private sealed interface Search {
        record Somebody(PersonId person) implements Search {}

        record Nobody(Typed typed) implements Search {}

        record Wrong(String sentence) implements Search {}
    }

    @Override
    public Begun begin(StaffMember clerk, NewVisit typed) {
        permit(clerk);
        String purpose = PlainText.tidy(typed.purpose());
        Optional<WrongField> wrongPurpose =
                PlainText.checkRequired("purpose", purpose, LONGEST_PURPOSE, "window.wrong.purpose");
        Search search = wrongPurpose.isPresent() ? new Search.Nobody(Typed.NOTHING) : search(clerk, typed, purpose);
        return switch (search) {
            case Search.Wrong(String sentence) -> new Begun.Wrong(List.of(new WrongField("who", sentence)));
            case Search.Somebody(PersonId person) -> begun(clerk, typed, purpose, Optional.of(person), Typed.NOTHING);
            case Search.Nobody(Typed kept) ->
                wrongPurpose
                        .<Begun>map(wrong -> new Begun.Wrong(List.of(wrong)))
                        .orElseGet(() -> begun(clerk, typed, purpose, Optional.empty(), kept));
        };
    }

    private Search search(StaffMember clerk, NewVisit typed, String purpose) {
        return switch (typed.way()) {
            case NUMBER -> byNumber(typed.who());
            case LICENCE -> byLicence(clerk, typed.who(), purpose);
            case PHONE ->
                MobileNumber.parse(typed.who())
                        .<Search>map(phone -> new Search.Nobody(new Typed("", phone.value())))
                        .orElseGet(() -> new Search.Wrong("identity.wrong.phone"));
            case HANDOVER -> new Search.Wrong("window.wrong.way");
        };
    }

    private Search byNumber(String who) {
        return switch (IdentityNumber.read(who)) {
            case IdentityNumber.Reading.Misshapen _ -> new Search.Wrong("identity.wrong.number-form");
            case IdentityNumber.Reading.WrongCheck _ -> new Search.Wrong("identity.wrong.number-check");
            case IdentityNumber.Reading.ImpossibleDate _ -> new Search.Wrong("identity.wrong.number-date");
            case IdentityNumber.Reading.Good(IdentityNumber number) ->
                identity.findPerson(number)
                        .<Search>map(Search.Somebody::new)
                        .orElseGet(() -> new Search.Nobody(new Typed(number.value(), "")));
        };
    }

    /** Whoever shows a firm's licence is taken for its agent, until the card tells. */
    private Search byLicence(StaffMember clerk, String who, String purpose) {
        return licences.presented(who, clerk.actor(), purpose)
                .map(Licence::holder)
                .<Search>map(holder -> switch (holder) {
                    case Party.Person(PersonId person) -> new Search.Somebody(person);
                    case Party.Firm(FirmId firm) ->
                        identity.agentOf(firm)
                                .<Search>map(Search.Somebody::new)
                                .orElseGet(() -> new Search.Wrong("window.wrong.licence"));
                })
                .orElseGet(() -> new Search.Wrong("window.wrong.licence"));
    }

    private Begun begun(StaffMember clerk, NewVisit typed, String purpose, Optional<PersonId> person, Typed kept) {
        Optional<String> ticket = typed.ticket()
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(text -> !text.isEmpty());
        if (ticket.filter(text -> !text.matches("[0-9A-Z-]{1,12}")).isPresent()) {
            return new Begun.Wrong(List.of(new WrongField("ticket", "window.wrong.ticket")));
        }
        return new Begun.Open(open(clerk, typed.way(), purpose, ticket, person, kept, Optional.empty()));
    }

    UUID open(
            StaffMember clerk,
            Way way,
            String purpose,
            Optional<String> ticket,
            Optional<PersonId> person,
            Typed kept,
            Optional<UUID> handover) {
        person.ifPresent(found -> notOneself(clerk, found));
        Visit visit = new Visit(
                identifiers.next(),
                clerk.person(),
                clerk.body().uscc().value(),
                ticket,
                purpose,
                way,
                person,
                kept,
                handover,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        transaction.executeWithoutResult(_ -> {
            store.add(visit);
            audit.append(
                    visit.id(),
                    "window.open",
                    clerk.actor(),
                    Map.of("way", way.name(), "found", Boolean.toString(person.isPresent())));
        });
        return visit.id();
    }

    @Override
    public List<Visit> openOf(StaffMember clerk) {
        permit(clerk);
        return store.openOf(clerk.person(), clock.instant().minus(Visit.LONGEST));
    }

    @Override
    public Visit visit(StaffMember clerk, UUID id) {
        permit(clerk);
        return store.find(id, clerk.person()).orElseThrow(() -> Problem.notFound("window.unknown-visit"));
    }

    @Override
    public List<WrongField> confirm(StaffMember clerk, UUID id, String number, boolean seen) {
        Visit visit = require(clerk, id, Standing.FOUND, Standing.UNKNOWN);
        if (!seen) {
            return List.of(new WrongField("seen", "identity.wrong.not-seen"));
        }
        if (visit.person().isEmpty()) {
            return byWholeNumber(clerk, visit, number);
        }
        PersonId person = visit.person().get();
        boolean proven = visit.way() == Way.NUMBER
                || LastFour.parse(number)
                        .filter(digits -> identity.endsWith(new Party.Person(person), digits))
                        .isPresent();
        if (!proven) {
            return List.of(new WrongField("number", "window.wrong.digits"));
        }
        confirmed(clerk, visit, person);
        return List.of();
    }

    private List<WrongField> byWholeNumber(StaffMember clerk, Visit visit, String number) {
        return switch (byNumber(number)) {
            case Search.Wrong(String sentence) -> List.of(new WrongField("number", sentence));
            case Search.Somebody(PersonId person) -> {
                confirmed(clerk, visit, person);
                yield List.of();
            }
            case Search.Nobody(Typed typed) -> {
                transaction.executeWithoutResult(_ -> store.remember(
                        visit.id(), new Typed(typed.number(), visit.typed().phone())));
                yield List.of();
            }
        };
    }

    private void confirmed(StaffMember clerk, Visit visit, PersonId person) {
        notOneself(clerk, person);
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            identity.openNumber(person, clerk.actor(), visit.purpose());
            store.confirm(visit.id(), person, now);
            audit.append(
                    visit.id(),
                    "window.confirm",
                    clerk.actor(),
                    Map.of("person", person.value().toString()));
            visit.handover().ifPresent(handover -> handovers.taken(handover, visit.id(), now));
        });
        visit.handover()
                .flatMap(handovers::find)
                .flatMap(Handover::draft)
                .ifPresent(draft -> goOnIfThere(attendance(clerk, visit(clerk, visit.id())), draft));
    }

    /** Its owner may have filed it or thrown it away on the way from window to window. */
    private void goOnIfThere(Attendance attendance, UUID draft) {
        try {
            filing.attend(attendance, draft);
        } catch (Problem gone) {
            if (gone.status() != 404) {
                throw gone;
            }
        }
    }

    @Override
    public List<WrongField> register(StaffMember clerk, UUID id, InPerson typed) {
        Visit visit = require(clerk, id, Standing.UNKNOWN);
        return switch (accounts.registerInPerson(typed, clerk.actor())) {
            case Accounts.Answer.Done(PersonId person) -> {
                confirmed(clerk, visit, person);
                yield List.of();
            }
            case Accounts.Answer.Wrong(List<WrongField> fields) -> fields;
            case Accounts.Answer.Unreachable _, Accounts.Answer.TooMany _ ->
                throw new Problem(503, "window.register-unreachable");
        };
    }

    @Override
    public List<WrongField> registerFirm(StaffMember clerk, UUID id, FirmRegistration typed) {
        Visit visit = require(clerk, id, Standing.CONFIRMED);
        return switch (firms.register(visit.person().orElseThrow(), typed)) {
            case Firms.Answer.Done(FirmId firm) -> {
                transaction.executeWithoutResult(_ -> audit.append(
                        firm.value(), "window.register-firm", clerk.actor(), Map.of("visit", id.toString())));
                yield List.of();
            }
            case Firms.Answer.Wrong(List<WrongField> fields) -> fields;
            case Firms.Answer.Unreachable() -> throw new Problem(503, "firm-register-unreachable");
        };
    }

    @Override
    public Drafts.Start start(StaffMember clerk, UUID id, ItemCode item, Optional<Party> other) {
        Visit visit = require(clerk, id, Standing.CONFIRMED);
        return filing.start(attendance(clerk, visit), item, party(visit, other));
    }

    @Override
    public Drafts.Start startJointly(StaffMember clerk, UUID id, String bundle, Optional<Party> other) {
        Visit visit = require(clerk, id, Standing.CONFIRMED);
        return filing.startJointly(attendance(clerk, visit), bundle, party(visit, other));
    }

    private static Party party(Visit visit, Optional<Party> other) {
        return other.orElseGet(() -> new Party.Person(visit.person().orElseThrow()));
    }

    @Override
    public void goOn(StaffMember clerk, UUID id, UUID draft) {
        filing.attend(attendance(clerk, require(clerk, id, Standing.CONFIRMED)), draft);
    }

    @Override
    public UUID supplement(StaffMember clerk, UUID id, CaseId awaiting, Optional<String> material) {
        return supplements.attend(attendance(clerk, require(clerk, id, Standing.CONFIRMED)), awaiting, material);
    }

    @Override
    public void close(StaffMember clerk, UUID id) {
        visit(clerk, id);
        transaction.executeWithoutResult(_ -> {
            store.close(id, clock.instant());
            filing.leave(id);
            supplements.leave(id);
            audit.append(id, "window.close", clerk.actor(), Map.of());
        });
    }

    Visit require(StaffMember clerk, UUID id, Standing... standings) {
        Visit visit = visit(clerk, id);
        if (!List.of(standings).contains(visit.standing(clock.instant()))) {
            throw new Problem(409, "window.not-now");
        }
        return visit;
    }

    private static Attendance attendance(StaffMember clerk, Visit visit) {
        return new Attendance(visit.id(), clerk, visit.person().orElseThrow(), visit.until());
    }

    /** Nobody serves themselves (公务员法 76, 回避). */
    private static void notOneself(StaffMember clerk, PersonId person) {
        if (clerk.person().equals(person)) {
            throw new Problem(403, "window.own-matter");
        }
    }

    static void permit(StaffMember clerk) {
        if (!clerk.has(Role.ACCEPTANCE)) {
            throw new Problem(403, "window-not-yours");
        }
    }
}

package org.zhengtong.services.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.AskedOpinion;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.Inbox;
import org.zhengtong.services.cases.InboxFilter;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.cases.SystemCheck;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;

/** Cases for those who decide them. */
@Service
class StaffedDesk implements CaseDesk {
    private final CaseStore store;
    private final CaseLists lists;
    private final KeptFigures figures;
    private final CaseWork work;
    private final Transferring transferring;
    private final SystemChecks checks;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final CaseLooks looks;
    private final WaitingMarks marks;
    private final FileStore files;
    private final AuditLog audit;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StaffedDesk(
            CaseStore store,
            CaseLists lists,
            KeptFigures figures,
            CaseWork work,
            Transferring transferring,
            SystemChecks checks,
            Catalogue catalogue,
            Organisation organisation,
            CaseLooks looks,
            WaitingMarks marks,
            FileStore files,
            AuditLog audit,
            WorkingCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.figures = figures;
        this.work = work;
        this.transferring = transferring;
        this.checks = checks;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.looks = looks;
        this.marks = marks;
        this.files = files;
        this.audit = audit;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Inbox inbox(StaffMember staff, InboxFilter filter) {
        LocalDate today = LocalDate.now(clock);
        String body = staff.body().uscc().value();
        Sight mine = Sight.acting(staff);
        Inbox.Figures counted =
                mine.isEmpty() ? Inbox.Figures.NONE : figures.of(new KeptFigures.Asked(body, mine, today));
        Sight sight = sight(staff, filter);
        if (sight.isEmpty()) {
            return new Inbox(List.of(), 0, counted);
        }
        LocalDate nextDay = calendar.after(today, 1);
        CaseLists.Found found = lists.find(
                new CaseLists.Wanted(
                        body,
                        sight,
                        filter.view() == InboxFilter.View.MINE ? Optional.of(staff.person()) : Optional.empty(),
                        after(filter, today, nextDay),
                        until(filter, today, nextDay),
                        filter.search().map(StaffedDesk::receipt),
                        filter.view() == InboxFilter.View.OPINIONS,
                        filter.page()),
                today);
        return new Inbox(found.rows(), found.total(), counted);
    }

    private static Sight sight(StaffMember staff, InboxFilter filter) {
        if (filter.view() == InboxFilter.View.OPINIONS) {
            return Sight.of(StaffDuties.readsCases(staff.roles()) ? states(filter) : Set.of(), ItemScope.ALL);
        }
        return filter.view() == InboxFilter.View.FOR_ME && filter.search().isEmpty()
                ? Sight.acting(staff)
                : Sight.reading(staff, states(filter));
    }

    private static Set<CaseState> states(InboxFilter filter) {
        return filter.search().isPresent() ? EnumSet.allOf(CaseState.class) : StaffDuties.statesOf(filter.view());
    }

    @Override
    public Optional<CaseId> next(StaffMember staff) {
        Sight sight = Sight.acting(staff);
        return sight.isEmpty()
                ? Optional.empty()
                : lists.next(staff.body().uscc().value(), sight, staff.person());
    }

    @Override
    public CaseFile open(CaseId id, StaffMember staff) {
        CaseFile file = open(id, staff, clock.instant());
        looks.opened(id, staff.actor());
        return file;
    }

    @Override
    public StoredFile file(CaseId id, StaffMember staff, UUID file) {
        StoredFile found = Optional.of(open(id, staff))
                .filter(read -> read.has(file))
                .flatMap(_ -> files.find(file))
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
        transaction.executeWithoutResult(
                _ -> audit.append(id.value(), "cases.open-file", staff.actor(), Map.of("file", file.toString())));
        return found;
    }

    @Override
    public CaseFile take(CaseId id, StaffMember staff, OptionalLong version, boolean over) {
        return take(id, staff, version, over, clock.instant());
    }

    CaseFile take(CaseId id, StaffMember staff, OptionalLong version, boolean over, Instant at) {
        return transaction.execute(_ -> {
            CaseFile file = openFor(id, staff, version, at);
            if (!isFor(file, staff)) {
                throw new Problem(403, "cases.not-your-role");
            }
            if (!over) {
                inNobodyElsesHands(file, staff);
            }
            Actor actor = Actor.of(staff);
            CaseWork.Hands hands = hands(staff);
            return switch (file.state()) {
                case SUBMITTED -> work.carryOut(file, new CaseCommand.Receive(), actor, at, hands);
                case ACCEPTED -> work.carryOut(file, new CaseCommand.StartReview(), actor, at, hands);
                default ->
                    file.assignee().filter(staff.person()::equals).isPresent()
                            ? file
                            : work.assign(file, actor, at, hands);
            };
        });
    }

    @Override
    public CaseFile act(CaseId id, StaffMember staff, OptionalLong version, CaseCommand command) {
        return act(id, staff, version, command, clock.instant());
    }

    CaseFile act(CaseId id, StaffMember staff, OptionalLong version, CaseCommand command, Instant at) {
        CaseCommand checked = completed(StaffDuties.checked(command), staff);
        if (StaffDuties.rolesFor(checked).stream().noneMatch(staff::has)) {
            throw new Problem(403, "cases.not-your-role");
        }
        return transaction.execute(_ -> {
            CaseFile file = openFor(id, staff, version, at);
            boolean own = ofBody(file, staff);
            if (!own && !(checked instanceof CaseCommand.GiveOpinion)) {
                throw Problem.notFound("cases.unknown");
            }
            if (own && StaffDuties.rolesFor(checked).stream().noneMatch(role -> holds(staff, role, file))) {
                throw new Problem(403, "cases.not-your-role");
            }
            boolean inPassing = StaffDuties.inPassing(checked);
            if (!inPassing) {
                inNobodyElsesHands(file, staff);
            }
            CaseWork.Hands mine = StaffDuties.handsOver(checked) ? CaseWork.Hands.NOBODY : hands(staff);
            CaseFile after = work.carryOut(
                    file,
                    switch (checked) {
                        case CaseCommand.Accept _ -> new CaseCommand.Accept(file.promised());
                        case CaseCommand.Transfer transfer -> transferring.filed(file, transfer, at);
                        default -> marks.sentWith(file, checked);
                    },
                    Actor.of(staff),
                    at,
                    inPassing ? CaseWork.Hands.of(file) : mine);
            if (checked instanceof CaseCommand.Recuse) {
                store.recuse(id, staff.person());
            }
            return after;
        });
    }

    /** With what the program knows better than who sends it. */
    private CaseCommand completed(CaseCommand command, StaffMember staff) {
        return switch (command) {
            case CaseCommand.Review review -> review.signedBy(staff.actor());
            case CaseCommand.GiveOpinion(String _, boolean agrees, String opinion) ->
                new CaseCommand.GiveOpinion(staff.body().uscc().value(), agrees, opinion);
            case CaseCommand.AskOpinion(AskedOpinion asked, String question) ->
                new CaseCommand.AskOpinion(named(asked, staff), question);
            default -> command;
        };
    }

    private AskedOpinion named(AskedOpinion asked, StaffMember staff) {
        return Uscc.parse(asked.body())
                .filter(uscc -> !uscc.equals(staff.body().uscc()))
                .flatMap(organisation::body)
                .map(body -> new AskedOpinion(asked.body(), body.name(), asked.until(), Optional.empty()))
                .orElseThrow(() -> new Problem(422, "cases.opinion-body-unknown"));
    }

    @Override
    public List<SystemCheck> checks(CaseFile file) {
        return checks.of(file, catalogue.item(file.item(), file.itemVersion()));
    }

    @Override
    public List<ServiceItem> elsewhere(CaseFile file) {
        return transferring.elsewhere(file);
    }

    @Override
    public boolean isFor(CaseFile file, StaffMember staff) {
        return ofBody(file, staff)
                && !hasRecused(file, staff)
                && staff.roles().stream()
                        .anyMatch(
                                role -> StaffDuties.statesOf(role).contains(file.state()) && holds(staff, role, file));
    }

    private static boolean holds(StaffMember staff, Role role, CaseFile file) {
        return staff.has(role, file.item().value());
    }

    private CaseFile open(CaseId id, StaffMember staff, Instant at) {
        return store.find(id, LocalDate.ofInstant(at, Page.ZONE))
                .filter(file -> ofBody(file, staff) || isAsked(file, staff))
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
    }

    private static boolean ofBody(CaseFile file, StaffMember staff) {
        return file.bodyUscc().equals(staff.body().uscc().value())
                && (StaffDuties.reads(staff, file.item()) || isForTheArchive(file, staff));
    }

    /** Who keeps the catalogue of the body keeps its archive, and reads what has ended. */
    private static boolean isForTheArchive(CaseFile file, StaffMember staff) {
        return !file.state().isOpen() && staff.has(Role.CATALOGUE);
    }

    /** Whose body was asked for its opinion may read what it is about, also afterwards. */
    private static boolean isAsked(CaseFile file, StaffMember staff) {
        return StaffDuties.readsCases(staff.roles())
                && file.standing().opinions().stream()
                        .anyMatch(one -> one.body().equals(staff.body().uscc().value()));
    }

    private static boolean hasRecused(CaseFile file, StaffMember staff) {
        return file.steps().stream()
                .anyMatch(
                        step -> step.kind() == StepKind.RECUSED && step.actor().equals(staff.actor()));
    }

    /** For a command: the version the decision rests on, and nobody's own matter (行政许可法 74; 公务员法 76, 回避). */
    private CaseFile openFor(CaseId id, StaffMember staff, OptionalLong version, Instant at) {
        CaseFile file = open(id, staff, at);
        if (version.isPresent() && version.getAsLong() != file.version()) {
            throw new Problem(409, "cases.changed");
        }
        PersonId person = staff.person();
        if (file.agent().equals(person) || file.applicant().id().equals(person.value())) {
            throw new Problem(403, "cases.own-matter");
        }
        if (hasRecused(file, staff)) {
            throw new Problem(403, "cases.recused");
        }
        return file;
    }

    private static void inNobodyElsesHands(CaseFile file, StaffMember staff) {
        if (file.assignee().filter(person -> !person.equals(staff.person())).isPresent()) {
            throw new Problem(409, "cases.taken", file.assigneeName().orElse(""));
        }
    }

    private static CaseWork.Hands hands(StaffMember staff) {
        return new CaseWork.Hands(Optional.of(staff.person()), Optional.of(staff.name()));
    }

    /** A receipt number as people type it: in any case, with spaces around. */
    private static String receipt(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9-]", "");
    }

    private static Optional<LocalDate> after(InboxFilter filter, LocalDate today, LocalDate nextDay) {
        return filter.light().flatMap(light -> switch (light) {
            case RED -> Optional.empty();
            case YELLOW -> Optional.of(today.minusDays(1));
            case GREEN -> Optional.of(nextDay);
        });
    }

    private static Optional<LocalDate> until(InboxFilter filter, LocalDate today, LocalDate nextDay) {
        return filter.light().flatMap(light -> switch (light) {
            case RED -> Optional.of(today.minusDays(1));
            case YELLOW -> Optional.of(nextDay);
            case GREEN -> Optional.empty();
        });
    }
}

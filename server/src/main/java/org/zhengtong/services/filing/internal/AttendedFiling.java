package org.zhengtong.services.filing.internal;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointFile;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemOrder;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Drafts;
import org.zhengtong.services.filing.Filing.Outcome;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.WindowFiling;
import org.zhengtong.services.filing.internal.DraftStore.Kept;

/** Files for those who stand at a window. Every step names the clerk in the audit log. */
@Service
class AttendedFiling implements WindowFiling {
    private final DraftStore store;
    private final DraftAccess access;
    private final StoredDrafts drafts;
    private final CheckedFiling filing;
    private final Applicants applicants;
    private final Catalogue catalogue;
    private final Matters matters;
    private final JointCases joint;
    private final CaseDesk desk;
    private final FileStore files;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AttendedFiling(
            DraftStore store,
            DraftAccess access,
            StoredDrafts drafts,
            CheckedFiling filing,
            Applicants applicants,
            Catalogue catalogue,
            Matters matters,
            JointCases joint,
            CaseDesk desk,
            FileStore files,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.drafts = drafts;
        this.filing = filing;
        this.applicants = applicants;
        this.catalogue = catalogue;
        this.matters = matters;
        this.joint = joint;
        this.desk = desk;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Drafts.Start start(Attendance attendance, ItemCode code, Party party) {
        ServiceItem item = catalogue.item(code).orElseThrow(() -> Problem.notFound("filing.unknown-item"));
        if (!item.canBeFiledAtWindow()) {
            return new Drafts.Start.Closed(item.state() == ItemState.SUSPENDED);
        }
        if (!applicants.isOfAge(applicants.person(attendance.person()))) {
            return new Drafts.Start.GuardianNeeded();
        }
        requireApplicant(attendance, item, party);
        Drafts.Start.Begun begun = drafts.begin(
                Filer.by(attendance.clerk(), attendance.person()), item.code().value(), item.version(), party);
        attend(attendance, begun.draft());
        return begun;
    }

    @Override
    public Drafts.Start startJointly(Attendance attendance, String code, Party party) {
        Bundle bundle = catalogue.bundle(code).orElseThrow(() -> Problem.notFound("filing.unknown-item"));
        if (!applicants.isOfAge(applicants.person(attendance.person()))) {
            return new Drafts.Start.GuardianNeeded();
        }
        requireOwn(attendance, party, Optional.empty());
        return matters.of(bundle, party, Map.of(), true)
                .<Drafts.Start>map(matter -> {
                    Drafts.Start.Begun begun = drafts.begin(
                            Filer.by(attendance.clerk(), attendance.person()),
                            code,
                            matter.item().version(),
                            party);
                    attend(attendance, begun.draft());
                    return begun;
                })
                .orElseGet(() -> new Drafts.Start.Closed(false));
    }

    @Override
    public boolean isFor(Bundle bundle, Party party) {
        return matters.of(bundle, party, Map.of(), true).isPresent();
    }

    private void requireOwn(Attendance attendance, Party party, Optional<String> item) {
        if (!applicants.mayFile(attendance.person(), party, item)) {
            throw new Problem(403, "filing.not-agent");
        }
    }

    private void requireApplicant(Attendance attendance, ServiceItem item, Party party) {
        requireOwn(attendance, party, Optional.of(item.code().value()));
        switch (party) {
            case Party.Firm _ -> {
                if (!item.isFiledBy(Audience.FIRM)) {
                    throw new Problem(422, "filing.not-for-firms");
                }
            }
            case Party.Person _ -> {
                if (!item.isFiledBy(Audience.PERSON)) {
                    throw new Problem(422, "filing.not-for-persons");
                }
            }
        }
    }

    @Override
    public void attend(Attendance attendance, UUID draft) {
        DraftStore.Hands hands = new DraftStore.Hands(
                new Draft.Attended(attendance.visit(), attendance.clerk().person()), attendance.until());
        transaction.executeWithoutResult(_ -> {
            if (!store.attend(draft, attendance.person(), hands)) {
                throw Problem.notFound("filing.unknown-draft");
            }
            audit.append(
                    draft,
                    "filing.attend",
                    attendance.clerk().actor(),
                    Map.of("visit", attendance.visit().toString()));
        });
    }

    @Override
    public List<Attended> of(UUID visit) {
        return store.ofVisit(visit).stream().map(this::attended).toList();
    }

    private Attended attended(Kept kept) {
        ServiceItem item = drafts.draft(kept).item();
        return new Attended(
                kept.id(),
                "/drafts/" + kept.id(),
                item.name(),
                item.bodyName(),
                Optional.of(kept.party()).filter(Party.Firm.class::isInstance).map(applicants::nameOf),
                kept.bundle().isPresent(),
                kept.filed());
    }

    @Override
    public void leave(UUID visit) {
        transaction.executeWithoutResult(_ -> store.leave(visit));
    }

    @Override
    public UUID sign(StaffMember clerk, UUID id, InputStream scan, String name) throws FileRefused {
        attendedBy(clerk, id);
        StoredFile file = files.keep(scan, name, FileRules.MATERIAL);
        transaction.executeWithoutResult(_ -> signed(clerk, held(clerk, id), file.id()));
        return file.id();
    }

    @Override
    public void signed(StaffMember clerk, UUID id, UUID paper, int version) {
        attendedBy(clerk, id);
        transaction.executeWithoutResult(_ -> {
            Kept kept = held(clerk, id);
            if (kept.version() != version) {
                throw new Problem(409, "signing.other-paper");
            }
            signed(clerk, kept, paper);
        });
    }

    private Kept held(StaffMember clerk, UUID id) {
        return access.hold(id, clerk.person()).orElseThrow(AttendedFiling::unknown);
    }

    private void signed(StaffMember clerk, Kept kept, UUID paper) {
        store.uploaded(kept.owner(), paper, clock.instant());
        store.sign(kept.id(), new Draft.Signed(paper, kept.version()));
        audit.append(
                kept.id(),
                "filing.sign",
                clerk.actor(),
                Map.of("file", paper.toString(), "version", Integer.toString(kept.version())));
    }

    @Override
    public Filed submit(StaffMember clerk, UUID id, boolean accept) {
        Kept kept = attendedBy(clerk, id);
        UUID visit = kept.hands().orElseThrow().attended().visit();
        if (kept.filed().isPresent()) {
            return before(kept, visit, kept.filed().get());
        }
        Draft draft = drafts.draft(kept);
        if (!draft.isSigned()) {
            return new Filed.NotReady(List.of(new Finding(
                    Finding.Part.MATERIALS,
                    "signed",
                    kept.signed().isPresent() ? "filing.window.signed-before" : "filing.window.not-signed",
                    List.of())));
        }
        HandedIn signed = new HandedIn.Uploaded(
                HandedIn.SIGNED_APPLICATION, draft.signed().orElseThrow().file());
        return switch (filing.submit(Filer.by(clerk, kept.owner()), kept, Channel.WINDOW, List.of(signed))) {
            case Outcome.Filed(var receipt) -> filed(clerk, visit, receipt.id(), accept);
            case Outcome.FiledJointly(var receipt) -> filedJointly(clerk, kept, visit, receipt.id(), accept);
            case Outcome.FiledBefore(CaseId before) -> before(kept, visit, before);
            case Outcome.NotReady(List<Finding> findings) -> new Filed.NotReady(findings);
        };
    }

    private static Filed before(Kept kept, UUID visit, CaseId filed) {
        return kept.bundle().isPresent()
                ? new Filed.JointlyOnDisk(visit, filed.value(), Optional.empty())
                : new Filed.OnDisk(visit, filed, Optional.empty());
    }

    @Override
    public boolean mayAccept(StaffMember clerk, UUID id) {
        Kept kept = attendedBy(clerk, id);
        if (kept.bundle().isEmpty()) {
            return mayAccept(clerk, drafts.draft(kept).item());
        }
        ItemOrder order = matters.of(kept).plan().order();
        return order.inOrder().stream()
                .anyMatch(item -> mayAccept(clerk, item) && order.waitsFor(item).isEmpty());
    }

    private static boolean mayAccept(StaffMember clerk, ServiceItem item) {
        return item.bodyUscc().equals(clerk.body().uscc().value())
                && clerk.has(Role.ACCEPTANCE, item.code().value());
    }

    /** Each part that could begin is with its body; the clerk accepts those of their own. */
    private Filed filedJointly(StaffMember clerk, Kept kept, UUID visit, UUID id, boolean accept) {
        transaction.executeWithoutResult(
                _ -> audit.append(id, "filing.file-at-window", clerk.actor(), Map.of("visit", visit.toString())));
        List<String> refused = new ArrayList<>();
        for (JointFile.Part part : joint.open(id, kept.owner()).parts()) {
            boolean own = part.bodyUscc().equals(clerk.body().uscc().value())
                    && clerk.has(Role.ACCEPTANCE, part.item().value());
            if (part.filed().isPresent()) {
                CaseId filed = part.filed().get().id();
                filed(clerk, visit, filed, accept && own).refused().ifPresent(refused::add);
            }
        }
        return new Filed.JointlyOnDisk(visit, id, refused.stream().findFirst());
    }

    /** The case is on disk whatever comes of the acceptance. */
    private Filed.OnDisk filed(StaffMember clerk, UUID visit, CaseId id, boolean accept) {
        transaction.executeWithoutResult(_ ->
                audit.append(id.value(), "filing.file-at-window", clerk.actor(), Map.of("visit", visit.toString())));
        Optional<String> refused = Optional.empty();
        if (accept) {
            try {
                desk.act(id, clerk, OptionalLong.empty(), new CaseCommand.Accept());
            } catch (Problem problem) {
                refused = Optional.of(problem.code());
            }
        }
        return new Filed.OnDisk(visit, id, refused);
    }

    private Kept attendedBy(StaffMember clerk, UUID id) {
        return access.find(id, clerk.person())
                .filter(kept -> !kept.owner().equals(clerk.person()))
                .orElseThrow(AttendedFiling::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("filing.unknown-draft");
    }
}

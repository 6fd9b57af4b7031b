package org.zhengtong.services.systems.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Corrections;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.systems.ActingStaff;
import org.zhengtong.services.systems.CallingSystem;
import org.zhengtong.services.systems.Entering;

/** A case that is entered stands the same checks as one filed online, and is taken in hand at once. */
@Service
class CheckedEntering implements Entering {
    private static final int LONGEST_NUMBER = 64;

    private final Filing filing;
    private final Corrections corrections;
    private final Catalogue catalogue;
    private final CaseDesk desk;
    private final Filers filers;
    private final EntryStore entries;
    private final StoredAttachments attachments;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CheckedEntering(
            Filing filing,
            Corrections corrections,
            Catalogue catalogue,
            CaseDesk desk,
            Filers filers,
            EntryStore entries,
            StoredAttachments attachments,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.filing = filing;
        this.corrections = corrections;
        this.catalogue = catalogue;
        this.desk = desk;
        this.filers = filers;
        this.entries = entries;
        this.attachments = attachments;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Outcome enter(CallingSystem caller, ActingStaff by, Entry entry) {
        StaffMember staff = receiving(caller, by);
        String number = number(entry.number());
        Optional<CaseId> known = entries.caseOf(caller.system().id(), number);
        if (known.isPresent()) {
            return new Outcome.Entered(desk.open(known.get(), staff));
        }
        ServiceItem item = item(caller, entry.item());
        Filers.Filer filer = filers.of(caller.system().id(), entry.applicant());
        Filing.Request request = new Filing.Request(
                item.code(),
                filer.firm(),
                entry.situations(),
                entry.answers(),
                attachments.filedBy(filer.me(), caller, entry.files()),
                List.of(),
                entry.promised());
        return switch (filing.file(filer.me(), request, key(caller, number), Channel.API)) {
            case Filing.Outcome.Filed(var receipt) -> {
                known(caller, number, receipt.id(), true);
                desk.take(receipt.id(), staff, OptionalLong.empty(), false);
                yield new Outcome.Entered(desk.open(receipt.id(), staff));
            }
            case Filing.Outcome.FiledBefore(CaseId id) -> new Outcome.Entered(desk.open(id, staff));
            case Filing.Outcome.FiledJointly _ -> throw new IllegalStateException("an item is one case");
            case Filing.Outcome.NotReady(List<Finding> findings) -> new Outcome.NotReady(findings);
        };
    }

    @Override
    public CaseFile fetch(
            CallingSystem caller,
            ActingStaff by,
            CaseId id,
            Optional<String> number,
            OptionalLong version,
            boolean over) {
        StaffMember staff = caller.staff(by);
        CaseFile file = caller.own(desk.open(id, staff));
        boolean ours = file.assignee().filter(caller::isOurs).isPresent();
        Optional<String> checked = number.map(CheckedEntering::number);
        if (checked.flatMap(one -> entries.caseOf(caller.system().id(), one))
                .filter(other -> !other.equals(id))
                .isPresent()) {
            throw new Problem(409, "systems.number-used");
        }
        desk.take(id, staff, version, over || ours);
        checked.ifPresent(one -> known(caller, one, id, false));
        return desk.open(id, staff);
    }

    @Override
    public Outcome correct(
            CallingSystem caller,
            ActingStaff by,
            CaseId id,
            Map<String, String> answers,
            Map<String, List<UUID>> files) {
        StaffMember staff = receiving(caller, by);
        CaseFile file = caller.own(desk.open(id, staff));
        if (entries.nameOf(caller.system().id(), id)
                .filter(EntryStore.Name::entered)
                .isEmpty()) {
            throw new Problem(409, "systems.not-entered-here");
        }
        Filers.Filer filer = filers.of(caller.system().id(), file.applicant());
        List<Finding> findings =
                corrections.correct(filer.me(), id, answers, attachments.filedBy(filer.me(), caller, files));
        if (!findings.isEmpty()) {
            return new Outcome.NotReady(findings);
        }
        transaction.executeWithoutResult(_ -> write(caller, id, "systems.correct"));
        return new Outcome.Entered(desk.open(id, staff));
    }

    @Override
    public Optional<String> numberOf(CallingSystem caller, CaseId id) {
        return entries.nameOf(caller.system().id(), id).map(EntryStore.Name::number);
    }

    private StaffMember receiving(CallingSystem caller, ActingStaff by) {
        StaffMember staff = caller.staff(by);
        if (!staff.has(Role.ACCEPTANCE)) {
            throw new Problem(403, "cases.not-your-role");
        }
        return staff;
    }

    private ServiceItem item(CallingSystem caller, String code) {
        ServiceItem item = ItemCode.parse(code)
                .flatMap(catalogue::item)
                .orElseThrow(() -> Problem.notFound("filing.unknown-item"));
        if (!item.bodyUscc().equals(caller.body().uscc().value())) {
            throw new Problem(403, "systems.other-body");
        }
        return item;
    }

    private void known(CallingSystem caller, String number, CaseId id, boolean entered) {
        transaction.executeWithoutResult(_ -> {
            if (entries.add(caller.system().id(), number, id, entered, clock.instant())) {
                write(caller, id, entered ? "systems.enter" : "systems.fetch");
            }
        });
    }

    private void write(CallingSystem caller, CaseId id, String action) {
        audit.append(
                id.value(),
                action,
                caller.reader().actor(),
                Map.of("system", caller.system().name()));
    }

    private static String number(String given) {
        String number = PlainText.tidy(given);
        if (number.isEmpty()
                || PlainText.check("number", number, LONGEST_NUMBER).isPresent()) {
            throw new Problem(422, "systems.number");
        }
        return number;
    }

    /** The same number of the same system is the same filing, whatever breaks off in between. */
    private static UUID key(CallingSystem caller, String number) {
        ByteBuffer digest =
                ByteBuffer.wrap(Sm3.digest((caller.caller() + ":" + number).getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }
}

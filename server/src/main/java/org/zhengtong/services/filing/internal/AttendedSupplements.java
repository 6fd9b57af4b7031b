package org.zhengtong.services.filing.internal;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.filing.Corrections.Open;
import org.zhengtong.services.filing.Draft;
import org.zhengtong.services.filing.Finding;
import org.zhengtong.services.filing.WindowFiling.Attendance;
import org.zhengtong.services.filing.WindowSupplements;
import org.zhengtong.services.filing.internal.CorrectionCheck.Examined;
import org.zhengtong.services.filing.internal.SupplementStore.Content;
import org.zhengtong.services.filing.internal.SupplementStore.Kept;

/** Hands in later for those who stand at a window. Every step names the clerk in the audit log. */
@Service
class AttendedSupplements implements WindowSupplements {
    private final SupplementStore store;
    private final DraftStore uploads;
    private final CheckedCorrections corrections;
    private final CorrectionCheck check;
    private final Cases cases;
    private final Catalogue catalogue;
    private final FileStore files;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AttendedSupplements(
            SupplementStore store,
            DraftStore uploads,
            CheckedCorrections corrections,
            CorrectionCheck check,
            Cases cases,
            Catalogue catalogue,
            FileStore files,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.uploads = uploads;
        this.corrections = corrections;
        this.check = check;
        this.cases = cases;
        this.catalogue = catalogue;
        this.files = files;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public UUID attend(Attendance attendance, CaseId id, Optional<String> material) {
        CaseFile file = cases.open(id, attendance.person());
        requireAwaited(file, material);
        int asked = material.isPresent() ? 0 : asked(file);
        return Objects.requireNonNull(transaction.execute(_ -> {
            audit.append(
                    id.value(),
                    "filing.attend",
                    attendance.clerk().actor(),
                    Map.of("visit", attendance.visit().toString()));
            return store.attend(identifiers.next(), id, material, asked, attendance);
        }));
    }

    private static int asked(CaseFile file) {
        return file.steps().stream()
                .filter(step ->
                        step.kind() == StepKind.CORRECTION_REQUESTED || step.kind() == StepKind.PRECHECK_RETURNED)
                .mapToInt(CaseStep::number)
                .max()
                .orElse(0);
    }

    private static void requireAwaited(CaseFile file, Optional<String> material) {
        if (material.isEmpty()) {
            if (file.toCorrect().isEmpty()) {
                throw new Problem(409, "filing.nothing-to-correct");
            }
        } else if (file.awaited(material.get()).isEmpty()) {
            throw new Problem(409, "cases.material-not-awaited");
        }
    }

    @Override
    public List<Attended> of(UUID visit) {
        return store.ofVisit(visit).stream()
                .map(kept -> new Attended(
                        kept.id(),
                        kept.caseId(),
                        kept.material(),
                        kept.handedInAt().isPresent()))
                .toList();
    }

    @Override
    public void leave(UUID visit) {
        transaction.executeWithoutResult(_ -> store.leave(visit));
    }

    @Override
    public Supplement open(StaffMember clerk, UUID id) {
        Kept kept = attendedBy(clerk, store.find(id));
        CaseFile file = cases.open(kept.caseId(), kept.person());
        if (kept.handedInAt().isEmpty()) {
            requireAwaited(file, kept.material());
        }
        return new Supplement(
                id,
                file,
                catalogue.item(file.item(), file.itemVersion()),
                kept.material(),
                kept.person(),
                kept.visit(),
                kept.version(),
                kept.content().answers(),
                kept.content().files(),
                kept.signed(),
                kept.handedInAt());
    }

    @Override
    public UUID keep(StaffMember clerk, UUID id, InputStream content, String name) throws FileRefused {
        Kept kept = attendedBy(clerk, store.find(id));
        StoredFile file = files.keep(content, name, FileRules.MATERIAL);
        transaction.executeWithoutResult(_ -> uploads.uploaded(kept.person(), file.id(), clock.instant()));
        return file.id();
    }

    @Override
    public List<Finding> fill(
            StaffMember clerk, UUID id, Map<String, String> answers, Map<String, List<UUID>> handedIn) {
        Content content = new Content(answers, handedIn);
        List<Finding> findings = findings(attendedBy(clerk, store.find(id)), content);
        if (findings.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                requireOpen(attendedBy(clerk, store.hold(id)));
                store.fill(id, content);
            });
        }
        return findings;
    }

    private List<Finding> findings(Kept kept, Content content) {
        if (kept.material().isEmpty()) {
            Open open = corrections.open(kept.person(), kept.caseId());
            return check.of(kept.person(), open, content.answers(), content.files(), Channel.WINDOW, List.of())
                    .findings();
        }
        String material = kept.material().get();
        List<UUID> given = content.files().getOrDefault(material, List.of());
        CaseFile file = cases.open(kept.caseId(), kept.person());
        requireAwaited(file, kept.material());
        String key = given.isEmpty() ? "filing.correction.file" : "filing.check.file";
        return !given.isEmpty() && uploads.uploadedBy(kept.person(), given).containsAll(given)
                ? List.of()
                : List.of(new Finding(
                        Finding.Part.MATERIALS,
                        material,
                        key,
                        List.of(catalogue.item(file.item(), file.itemVersion()).materialName(material))));
    }

    @Override
    public UUID sign(StaffMember clerk, UUID id, InputStream scan, String name) throws FileRefused {
        requireFilled(attendedBy(clerk, store.find(id)));
        StoredFile file = files.keep(scan, name, FileRules.MATERIAL);
        transaction.executeWithoutResult(_ -> {
            Kept kept = attendedBy(clerk, store.hold(id));
            requireOpen(kept);
            requireFilled(kept);
            uploads.uploaded(kept.person(), file.id(), clock.instant());
            store.sign(id, new Draft.Signed(file.id(), kept.version()));
            audit.append(
                    kept.caseId().value(),
                    "filing.sign",
                    clerk.actor(),
                    Map.of("file", file.id().toString(), "version", Integer.toString(kept.version())));
        });
        return file.id();
    }

    /** What is signed, what is handed in and that it was handed in are one transaction: a second click finds it done. */
    @Override
    public List<Finding> submit(StaffMember clerk, UUID id) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Kept kept = attendedBy(clerk, store.hold(id));
            return kept.handedInAt().isPresent() ? List.<Finding>of() : submit(clerk, kept);
        }));
    }

    private List<Finding> submit(StaffMember clerk, Kept kept) {
        Optional<Draft.Signed> current = kept.signed().filter(one -> one.version() == kept.version());
        if (kept.version() == 0 || current.isEmpty()) {
            return List.of(new Finding(
                    Finding.Part.MATERIALS,
                    "signed",
                    kept.signed().isPresent() ? "filing.window.signed-before" : "filing.supplement.not-signed",
                    List.of()));
        }
        List<Finding> findings = kept.material().isPresent()
                ? supply(kept, kept.material().get(), current.get().file())
                : correct(kept, current.get().file());
        if (findings.isEmpty()) {
            Instant now = clock.instant();
            store.handedIn(kept.id(), now);
            audit.append(
                    kept.caseId().value(),
                    kept.material().isPresent() ? "filing.supply-at-window" : "filing.correct-at-window",
                    clerk.actor(),
                    Map.of("visit", kept.visit().toString()));
        }
        return findings;
    }

    private List<Finding> correct(Kept kept, UUID signed) {
        Open open = corrections.open(kept.person(), kept.caseId());
        HandedIn sheet = new HandedIn.Uploaded(HandedIn.SIGNED_SUPPLEMENT, signed);
        Content content = kept.content();
        Examined examined =
                check.of(kept.person(), open, content.answers(), content.files(), Channel.WINDOW, List.of(sheet));
        if (examined.findings().isEmpty()) {
            cases.correct(kept.caseId(), examined.order());
        }
        return examined.findings();
    }

    private List<Finding> supply(Kept kept, String material, UUID signed) {
        List<Finding> findings = findings(kept, kept.content());
        if (findings.isEmpty()) {
            Stream<HandedIn> given = kept.content().files().getOrDefault(material, List.of()).stream()
                    .map(file -> new HandedIn.Uploaded(material, file));
            cases.supply(kept.caseId(), kept.person(), material, given.toList(), Optional.of(signed));
        }
        return findings;
    }

    private Kept attendedBy(StaffMember clerk, Optional<Kept> found) {
        return found.filter(kept -> kept.clerk().filter(clerk.person()::equals).isPresent())
                .filter(kept -> clock.instant().isBefore(kept.until()) && clerk.has(Role.ACCEPTANCE))
                .orElseThrow(() -> Problem.notFound("filing.unknown-supplement"));
    }

    private static void requireOpen(Kept kept) {
        if (kept.handedInAt().isPresent()) {
            throw new Problem(409, "filing.already-filed");
        }
    }

    private static void requireFilled(Kept kept) {
        if (kept.version() == 0) {
            throw new Problem(409, "filing.window.nothing-filled");
        }
    }
}

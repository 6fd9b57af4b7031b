package org.zhengtong.services.editing.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.editing.Course;
import org.zhengtong.services.editing.Draft;
import org.zhengtong.services.editing.Draft.Act;
import org.zhengtong.services.editing.DraftCommand;
import org.zhengtong.services.editing.DraftDecision;
import org.zhengtong.services.editing.DraftRules;
import org.zhengtong.services.editing.EntryDraft;
import org.zhengtong.services.editing.ImportedDrafts;
import org.zhengtong.services.editing.Stage;

@Service
class StoredImportedDrafts implements ImportedDrafts {
    private static final int LOT = 250;
    private final DraftLots lots;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StoredImportedDrafts(
            DraftLots lots,
            Catalogue catalogue,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            Clock clock,
            TransactionTemplate transaction) {
        this.lots = lots;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public Set<ItemCode> open(Collection<ItemCode> codes) {
        return lots.open(codes);
    }

    @Override
    public List<UUID> begin(StaffMember by, List<ServiceItem> items, boolean submit, String reason) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<UUID> ids = new ArrayList<>();
            for (int from = 0; from < items.size(); from += LOT) {
                List<EntryDraft> drafts = items.subList(from, Math.min(items.size(), from + LOT)).stream()
                        .map(item -> fresh(by, item, submit, reason))
                        .toList();
                if (lots.add(drafts, by.person().value()) < drafts.size()) {
                    throw new Problem(409, "editing-draft-open");
                }
                note(drafts, by, Act.BEGIN, "");
                if (submit) {
                    note(drafts, by, Act.SUBMIT, reason.strip());
                }
                drafts.forEach(draft -> ids.add(draft.id()));
            }
            return ids;
        }));
    }

    private EntryDraft fresh(StaffMember by, ServiceItem item, boolean submit, String reason) {
        requireSteward(by, item.code());
        int basedOn = catalogue.item(item.code()).map(ServiceItem::version).orElse(0);
        EntryDraft draft = new EntryDraft(
                identifiers.next(),
                item.withVersion(Math.max(1, basedOn)),
                basedOn,
                Course.begun(by.person()),
                clock.instant());
        return submit ? moved(draft, new DraftCommand.Submit(List.of(), reason.strip())) : draft;
    }

    @Override
    public Map<Stage, Integer> stages(List<UUID> drafts) {
        return lots.stages(drafts);
    }

    @Override
    public int approve(StaffMember by, List<UUID> drafts, LocalDate publishOn) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            int approved = 0;
            for (int from = 0; from < drafts.size(); from += LOT) {
                List<EntryDraft> waiting = lots.holdWaiting(drafts.subList(from, Math.min(drafts.size(), from + LOT)));
                waiting.forEach(draft -> {
                    requireSteward(by, draft.item().code());
                    moved(draft, new DraftCommand.Approve(by.person(), publishOn));
                });
                if (!waiting.isEmpty()) {
                    lots.approve(waiting, by.person().value(), publishOn, clock.instant());
                    note(waiting, by, Act.APPROVE, publishOn.toString());
                    approved += waiting.size();
                }
            }
            if (approved == 0) {
                throw Drafting.refused(DraftDecision.Reason.NOT_IN_THIS_STAGE);
            }
            return approved;
        }));
    }

    private void note(List<EntryDraft> drafts, StaffMember by, Act act, String note) {
        Instant now = clock.instant();
        lots.note(drafts, new Draft.Step(now, by.name(), act, note));
        drafts.forEach(draft -> audit.append(
                draft.id(),
                "editing." + act.name().toLowerCase(Locale.ROOT),
                by.actor(),
                Map.of("code", draft.item().code().value(), "note", note)));
    }

    private EntryDraft moved(EntryDraft draft, DraftCommand command) {
        return switch (DraftRules.decide(draft.course(), command, LocalDate.ofInstant(clock.instant(), Page.ZONE))) {
            case DraftDecision.Moved(Course next) -> draft.with(next, draft.changedAt());
            case DraftDecision.Refused(DraftDecision.Reason why) -> throw Drafting.refused(why);
        };
    }

    private void requireSteward(StaffMember by, ItemCode code) {
        Drafting.requireSteward(
                by,
                Uscc.parse(code.bodyUscc())
                        .flatMap(organisation::body)
                        .orElseThrow(() -> Problem.notFound("unknown-body")));
    }
}

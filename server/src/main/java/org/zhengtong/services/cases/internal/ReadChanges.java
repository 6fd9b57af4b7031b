package org.zhengtong.services.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseChanges;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseStep;
import org.zhengtong.services.cases.HandedIn;

/** Former contents for those who may open the case. */
@Service
class ReadChanges implements CaseChanges {
    private final CaseDesk desk;
    private final FormerContents contents;
    private final CaseSeals seals;
    private final FileStore files;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ReadChanges(
            CaseDesk desk,
            FormerContents contents,
            CaseSeals seals,
            FileStore files,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.contents = contents;
        this.seals = seals;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public List<Former> of(CaseId id, StaffMember staff) {
        CaseFile file = desk.open(id, staff);
        return contents.of(id).stream()
                .map(kept -> former(file, kept.getKey(), kept.getValue()))
                .toList();
    }

    private Former former(CaseFile file, int until, byte[] sealed) {
        CaseSeals.Content content = seals.content(file.id().value(), sealed);
        CaseStep step = file.steps().get(until - 1);
        return new Former(
                until,
                step.at(),
                step.kind(),
                content.situations(),
                content.answers(),
                content.materials().stream()
                        .<HandedIn>map(CaseSeals.Entry::handedIn)
                        .toList());
    }

    @Override
    public StoredFile file(CaseId id, StaffMember staff, UUID file) {
        StoredFile found = of(id, staff).stream()
                .flatMap(former -> former.materials().stream())
                .filter(material -> material instanceof HandedIn.Uploaded uploaded
                        && uploaded.file().equals(file))
                .findFirst()
                .flatMap(_ -> files.find(file))
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
        transaction.executeWithoutResult(
                _ -> audit.append(id.value(), "cases.open-file", staff.actor(), Map.of("file", file.toString())));
        return found;
    }
}

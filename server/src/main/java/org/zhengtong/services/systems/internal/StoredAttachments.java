package org.zhengtong.services.systems.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseDesk;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.systems.ActingStaff;
import org.zhengtong.services.systems.Attachments;
import org.zhengtong.services.systems.CallingSystem;
import org.zhengtong.services.systems.internal.AttachmentStore.Row;

@Service
class StoredAttachments implements Attachments {
    private final AttachmentStore store;
    private final FileStore files;
    private final Filing filing;
    private final Cases cases;
    private final CaseDesk desk;
    private final Filers filers;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredAttachments(
            AttachmentStore store,
            FileStore files,
            Filing filing,
            Cases cases,
            CaseDesk desk,
            Filers filers,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.filing = filing;
        this.cases = cases;
        this.desk = desk;
        this.filers = filers;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Kept keep(CallingSystem caller, ActingStaff by, Order order, byte[] content) throws FileRefused {
        Optional<CaseFile> file = order.caseId().map(id -> caller.own(desk.open(id, caller.staff(by))));
        String digest = HexFormat.of().formatHex(Sm3.digest(content));
        if (order.sm3()
                .filter(given -> !given.toLowerCase(Locale.ROOT).equals(digest))
                .isPresent()) {
            throw new Problem(422, "systems.digest");
        }
        Optional<Row> before =
                order.key().flatMap(key -> store.withKey(caller.system().id(), key));
        if (before.isPresent()) {
            return again(before.get(), order, digest);
        }
        StoredFile kept = files.keep(new ByteArrayInputStream(content), order.name(), FileRules.MATERIAL);
        Row row = new Row(
                kept.id(),
                caller.system().id(),
                order.caseId().map(CaseId::value),
                order.material(),
                order.key(),
                by.toString(),
                clock.instant(),
                Optional.empty());
        try {
            transaction.executeWithoutResult(_ -> write(caller, order, file, kept, row));
        } catch (DuplicateKeyException sentTwiceAtOnce) {
            Row first = order.key()
                    .flatMap(key -> store.withKey(caller.system().id(), key))
                    .orElseThrow(() -> sentTwiceAtOnce);
            return again(first, order, digest);
        }
        return kept(row, kept);
    }

    private void write(CallingSystem caller, Order order, Optional<CaseFile> file, StoredFile kept, Row row) {
        store.add(row);
        file.ifPresent(found -> order.material().ifPresent(material -> supply(caller, found, material, kept)));
        audit.append(
                order.caseId().map(CaseId::value).orElse(kept.id()),
                "systems.attach",
                caller.reader().actor(),
                Map.of("system", caller.system().name(), "file", kept.id().toString(), "sm3", kept.sm3()));
    }

    private Kept again(Row row, Order order, String digest) {
        StoredFile kept = files.find(row.file()).orElseThrow();
        boolean same = kept.sm3().equals(digest)
                && row.caseId().equals(order.caseId().map(CaseId::value))
                && row.material().equals(order.material());
        if (!same) {
            throw new Problem(409, "idempotency-reused");
        }
        return kept(row, kept);
    }

    /** The promised material has come to the department (容缺后补). */
    private void supply(CallingSystem caller, CaseFile file, String material, StoredFile kept) {
        cases.supply(
                file.id(),
                filers.of(caller.system().id(), file.applicant()).me().person(),
                material,
                List.of(new HandedIn.Uploaded(material, kept.id())),
                Optional.empty());
    }

    @Override
    public List<Kept> of(CaseId id) {
        return store.of(id.value()).stream()
                .map(row -> kept(row, files.find(row.file()).orElseThrow()))
                .toList();
    }

    private static Kept kept(Row row, StoredFile file) {
        return new Kept(file, row.material(), row.acted(), row.at());
    }

    /** The same files as files of the one in whose name a filing is made; made once, so that a call made again is the same. */
    Map<String, List<UUID>> filedBy(SignedIn me, CallingSystem caller, Map<String, List<UUID>> wanted) {
        Map<String, List<UUID>> filed = new LinkedHashMap<>();
        wanted.forEach((material, ids) -> {
            List<UUID> own = new ArrayList<>();
            ids.forEach(id -> own.add(filedBy(me, caller, id)));
            filed.put(material, own);
        });
        return filed;
    }

    private UUID filedBy(SignedIn me, CallingSystem caller, UUID id) {
        Row row = store.find(id)
                .filter(found -> found.system().equals(caller.system().id()))
                .orElseThrow(() -> new Problem(422, "systems.attachment-unknown", id.toString()));
        return row.filedAs().orElseGet(() -> {
            UUID filed = keptFor(me, files.find(id).orElseThrow());
            store.setFiledAs(id, filed);
            return filed;
        });
    }

    private UUID keptFor(SignedIn me, StoredFile file) {
        try (InputStream content = files.open(file.id())) {
            return filing.keep(me, content, file.name()).id();
        } catch (FileRefused refused) {
            throw new IllegalStateException("a file that was kept is not kept again", refused);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

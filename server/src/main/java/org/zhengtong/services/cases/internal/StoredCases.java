package org.zhengtong.services.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Page;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.CaseSummary;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.Receipt;

/** Cases for their applicants. */
@Service
class StoredCases implements Cases {
    private final Filings filings;
    private final CaseStore store;
    private final CaseLists lists;
    private final CaseLooks looks;
    private final CaseWork work;
    private final FormerContents former;
    private final Identity identity;
    private final FileStore files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredCases(
            Filings filings,
            CaseStore store,
            CaseLists lists,
            CaseLooks looks,
            CaseWork work,
            FormerContents former,
            Identity identity,
            FileStore files,
            TransactionTemplate transaction,
            Clock clock) {
        this.filings = filings;
        this.store = store;
        this.lists = lists;
        this.looks = looks;
        this.work = work;
        this.former = former;
        this.identity = identity;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Receipt file(FilingOrder order) {
        return filings.file(order, clock.instant());
    }

    @Override
    public void correct(CaseId id, FilingOrder corrected) {
        correct(id, corrected, clock.instant());
    }

    void correct(CaseId id, FilingOrder corrected, Instant at) {
        transaction.executeWithoutResult(_ -> {
            CaseFile file = take(id, corrected.agent(), at);
            if (!file.item().equals(corrected.item().code())
                    || file.itemVersion() != corrected.item().version()) {
                throw new Problem(409, "cases.other-item");
            }
            Actor applicant = Actor.of(corrected.agent(), file.applicantName());
            CaseCommand command = file.state() == CaseState.PRECHECK_RETURNED
                    ? new CaseCommand.Resubmit(corrected.channel())
                    : new CaseCommand.Correct(corrected.channel());
            former.keep(file);
            work.carryOut(
                    file,
                    command,
                    applicant,
                    at,
                    CaseWork.Hands.of(file),
                    Optional.of(CaseSeals.Content.of(corrected)));
        });
    }

    @Override
    public void supply(CaseId id, PersonId by, String material, List<HandedIn> instead, Optional<UUID> signed) {
        supply(id, by, material, instead, signed, clock.instant());
    }

    void supply(CaseId id, PersonId by, String material, List<HandedIn> instead, Optional<UUID> signed, Instant at) {
        CaseCommand command = new CaseCommand.Supply(material, signed.isPresent() ? Channel.WINDOW : Channel.WEB);
        Stream<HandedIn> sheet = signed.stream().map(file -> new HandedIn.Uploaded(HandedIn.SIGNED_SUPPLEMENT, file));
        transaction.executeWithoutResult(_ -> {
            CaseFile file = take(id, by, at);
            if (instead.isEmpty()
                    || instead.stream().anyMatch(one -> !one.material().equals(material))) {
                throw new Problem(422, "cases.material-not-awaited");
            }
            List<HandedIn> materials = Stream.concat(
                            file.materials().stream()
                                    .filter(one -> !one.material().equals(material)),
                            Stream.concat(instead.stream(), sheet))
                    .toList();
            former.keep(file);
            work.carryOut(
                    file,
                    command,
                    Actor.of(by, file.applicantName()),
                    at,
                    CaseWork.Hands.of(file),
                    Optional.of(new CaseSeals.Content(
                            file.situations(),
                            file.answers(),
                            materials.stream().map(CaseSeals.Entry::of).toList())));
        });
    }

    @Override
    public void withdraw(CaseId id, PersonId by, String reason) {
        withdraw(id, by, reason, clock.instant());
    }

    void withdraw(CaseId id, PersonId by, String reason, Instant at) {
        transaction.executeWithoutResult(_ -> {
            CaseFile file = take(id, by, at);
            Actor applicant = Actor.of(by, file.applicantName());
            work.carryOut(
                    file, new CaseCommand.Withdraw(SaidWords.checked(reason)), applicant, at, CaseWork.Hands.of(file));
        });
    }

    @Override
    public CaseFile open(CaseId id, PersonId reader) {
        CaseFile file = open(id, reader, clock.instant());
        if (file.applicant() instanceof Party.Person && !isOwn(file, reader)) {
            looks.opened(id, "person:" + reader.value());
        }
        return file;
    }

    @Override
    public StoredFile file(CaseId id, PersonId reader, UUID file) {
        return Optional.of(open(id, reader))
                .filter(found -> found.has(file))
                .flatMap(_ -> files.find(file))
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
    }

    private CaseFile open(CaseId id, PersonId reader, Instant at) {
        return store.find(id, LocalDate.ofInstant(at, Page.ZONE))
                .filter(file -> isOwn(file, reader)
                        || identity.reachOf(reader)
                                .mayRead(file.applicant(), file.item().value()))
                .orElseThrow(() -> Problem.notFound("cases.unknown"));
    }

    private static boolean isOwn(CaseFile file, PersonId person) {
        return file.applicant().equals(new Party.Person(person));
    }

    /** Opened to do something about it. */
    private CaseFile take(CaseId id, PersonId by, Instant at) {
        CaseFile file = open(id, by, at);
        if (!isOwn(file, by)
                && !identity.reachOf(by).mayFile(file.applicant(), file.item().value())) {
            throw new Problem(403, "not-agent");
        }
        return file;
    }

    @Override
    public List<CaseSummary> of(PersonId reader) {
        return lists.of(identity.reachOf(reader), LocalDate.now(clock));
    }

    @Override
    public List<CaseSummary> keptOf(PersonId person) {
        return lists.of(identity.reachOf(person).withoutOtherPersons(), LocalDate.now(clock));
    }
}

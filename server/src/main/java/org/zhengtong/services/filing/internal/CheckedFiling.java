package org.zhengtong.services.filing.internal;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.StoredFile;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.Cases;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.JointCases;
import org.zhengtong.services.cases.JointReceipt;
import org.zhengtong.services.catalogue.Audience;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.filing.Filing;
import org.zhengtong.services.filing.internal.DraftStore.Kept;
import org.zhengtong.services.filing.internal.Examination.Examined;

/** Files what stands the check. */
@Service
class CheckedFiling implements Filing {
    private final DraftStore store;
    private final Applicants applicants;
    private final Examination examination;
    private final Catalogue catalogue;
    private final Matters matters;
    private final Cases cases;
    private final JointCases joint;
    private final FileStore fileStore;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CheckedFiling(
            DraftStore store,
            Applicants applicants,
            Examination examination,
            Catalogue catalogue,
            Matters matters,
            Cases cases,
            JointCases joint,
            FileStore fileStore,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.applicants = applicants;
        this.examination = examination;
        this.catalogue = catalogue;
        this.matters = matters;
        this.cases = cases;
        this.joint = joint;
        this.fileStore = fileStore;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * The draft's id is the key of the filing: two clicks, or a click after a crash between the two transactions, are
     * answered with the case of the first.
     */
    @Override
    public Outcome submit(SignedIn me, UUID draft, Channel channel) {
        Kept kept = store.find(draft, me.person())
                .filter(found -> found.owner().equals(me.person()))
                .orElseThrow(() -> Problem.notFound("filing.unknown-draft"));
        return submit(Filer.of(me), kept, channel, List.of());
    }

    /** @param more what is handed in besides what the item asks for */
    Outcome submit(Filer filer, Kept kept, Channel channel, List<HandedIn> more) {
        UUID draft = kept.id();
        if (kept.filed().isPresent()) {
            return new Outcome.FiledBefore(kept.filed().get());
        }
        DraftContent content = kept.content();
        if (kept.bundle().isPresent()) {
            return submitJointly(filer, kept, channel, more);
        }
        Request request = request(new ItemCode(kept.itemCode()), content);
        Outcome outcome = file(filer, kept.party(), request, draft, channel, true, more);
        if (outcome instanceof Outcome.Filed(var receipt)) {
            transaction.executeWithoutResult(_ -> store.filed(draft, receipt.id(), clock.instant()));
        }
        return outcome;
    }

    private Outcome submitJointly(Filer filer, Kept kept, Channel channel, List<HandedIn> more) {
        Matter matter = matters.of(kept, channel == Channel.WINDOW);
        PersonProfile agent = applicants.person(filer.person());
        requireApplicant(agent, kept.party(), matter.item(), true);
        Request request = request(matter.item().code(), kept.content());
        Examined examined = examination.of(filer, agent, kept.party(), matter.item(), request, true);
        if (!examined.findings().isEmpty()) {
            return new Outcome.NotReady(examined.findings());
        }
        JointReceipt receipt =
                joint.file(matter.order(kept.id(), kept.party(), filer.person(), examined, channel, more));
        transaction.executeWithoutResult(_ -> store.filed(kept.id(), new CaseId(receipt.id()), clock.instant()));
        return new Outcome.FiledJointly(receipt);
    }

    private static Request request(ItemCode item, DraftContent content) {
        return new Request(
                item,
                Optional.empty(),
                content.situations(),
                content.answers(),
                content.files(),
                List.of(),
                List.copyOf(content.promised()));
    }

    @Override
    public Outcome file(SignedIn me, Request request, UUID key, Channel channel) {
        Party applicant = request.firm().<Party>map(Party.Firm::new).orElseGet(me::party);
        return file(Filer.of(me), applicant, request, key, channel, false, List.of());
    }

    private Outcome file(
            Filer filer,
            Party applicant,
            Request request,
            UUID key,
            Channel channel,
            boolean leaveOutUnknown,
            List<HandedIn> more) {
        ServiceItem item = open(request.item(), channel);
        PersonProfile agent = applicants.person(filer.person());
        requireApplicant(agent, applicant, item, false);
        Examined examined = examination.of(filer, agent, applicant, item, request, leaveOutUnknown);
        if (!examined.findings().isEmpty()) {
            return new Outcome.NotReady(examined.findings());
        }
        return new Outcome.Filed(cases.file(new FilingOrder(
                key,
                item,
                applicant,
                filer.person(),
                examined.situations(),
                examined.answers(),
                Stream.concat(examined.materials().stream(), more.stream()).toList(),
                channel)));
    }

    @Override
    public StoredFile keep(SignedIn me, InputStream content, String name) throws FileRefused {
        StoredFile file = fileStore.keep(content, name, FileRules.MATERIAL);
        transaction.executeWithoutResult(_ -> store.uploaded(me.person(), file.id(), clock.instant()));
        return file;
    }

    private ServiceItem open(ItemCode code, Channel channel) {
        ServiceItem item = catalogue.item(code).orElseThrow(() -> Problem.notFound("filing.unknown-item"));
        if (!item.canBeFiled(channel == Channel.WINDOW)) {
            throw new Problem(
                    409,
                    item.state() == ItemState.SUSPENDED ? "filing.suspended" : "filing.closed",
                    Map.of(),
                    item.name());
        }
        return item;
    }

    /** @param whole whether it is one thing, of which the item is made up */
    private void requireApplicant(PersonProfile agent, Party applicant, ServiceItem item, boolean whole) {
        Optional<String> code =
                whole ? Optional.empty() : Optional.of(item.code().value());
        if (!applicants.mayFile(agent.id(), applicant, code)) {
            throw new Problem(403, "filing.not-agent");
        }
        if (applicant instanceof Party.Firm) {
            if (!item.isFiledBy(Audience.FIRM)) {
                throw new Problem(422, "filing.not-for-firms");
            }
        } else if (!item.isFiledBy(Audience.PERSON)) {
            throw new Problem(422, "filing.not-for-persons");
        }
        if (!applicants.isOfAge(agent)) {
            throw new Problem(422, "filing.guardian");
        }
    }
}

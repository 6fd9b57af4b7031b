package org.zhengtong.services.catalogue.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.language.Language;
import org.zhengtong.ground.language.SearchWay;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.Answer;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.Bundle;
import org.zhengtong.services.catalogue.BundleCheck;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.EntryCheck;
import org.zhengtong.services.catalogue.EntryCheck.Rule;
import org.zhengtong.services.catalogue.Found;
import org.zhengtong.services.catalogue.IncompleteBundle;
import org.zhengtong.services.catalogue.IncompleteEntry;
import org.zhengtong.services.catalogue.InheritanceCheck;
import org.zhengtong.services.catalogue.ItemCode;
import org.zhengtong.services.catalogue.ItemState;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.Published;
import org.zhengtong.services.catalogue.PublishedBundle;
import org.zhengtong.services.catalogue.PublishedVersion;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.Stewardship;

/** Answers from memory; what is published elsewhere is seen within a second, by looking at the revision. */
@Service
class PublishedCatalogue implements Catalogue {
    private static final int FORMER_VERSIONS_REMEMBERED = 1000;

    /** 共同行使: several levels share the power. */
    private static final int SHARED_LEVEL = 7;

    private final CatalogueStore store;
    private final Language language;
    private final Outbox outbox;
    private final AuditLog audit;
    private final BaseCatalogue base;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Cache<String, ServiceItem> formerVersions =
            Caffeine.newBuilder().maximumSize(FORMER_VERSIONS_REMEMBERED).build();
    private final TransactionSynchronization seeingItHere = new TransactionSynchronization() {
        @Override
        public void afterCommit() {
            refresh();
        }
    };
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile CatalogueSearch search;

    PublishedCatalogue(
            CatalogueStore store,
            Language language,
            Outbox outbox,
            AuditLog audit,
            BaseCatalogue base,
            Organisation organisation,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.language = language;
        this.search = new CatalogueSearch(language.index());
        this.outbox = outbox;
        this.audit = audit;
        this.base = base;
        this.organisation = organisation;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        refresh();
    }

    @Override
    public Optional<ServiceItem> item(ItemCode code) {
        return snapshot.item(code);
    }

    @Override
    public ServiceItem item(ItemCode code, int version) {
        return snapshot.item(code)
                .filter(newest -> newest.version() == version)
                .orElseGet(() -> formerVersions.get(
                        code + "/" + version,
                        any -> store.item(code, version)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "never published: " + code + " version " + version))));
    }

    @Override
    public List<ServiceItem> items() {
        return snapshot.items();
    }

    @Override
    public List<ServiceItem> entriesOf(String baseCode) {
        return snapshot.byBase().getOrDefault(baseCode, List.of());
    }

    @Override
    public List<Bundle> bundles() {
        return List.copyOf(snapshot.bundles().values());
    }

    @Override
    public Optional<Bundle> bundle(String code) {
        return Optional.ofNullable(snapshot.bundles().get(code));
    }

    @Override
    public List<Found> search(String question, int limit) {
        return search(question, limit, SearchWay.FUSED);
    }

    @Override
    public List<Found> search(String question, int limit, SearchWay way) {
        return search.search(snapshot, question, limit, way);
    }

    @Override
    public List<Found> suggest(String typed, int limit) {
        return search(typed, limit, SearchWay.TYPING);
    }

    @Override
    public Optional<Answer> answer(String question) {
        return search.answer(snapshot, question);
    }

    @Override
    public List<EntryCheck.Finding> findings(ServiceItem item) {
        List<EntryCheck.Finding> findings = new ArrayList<>(EntryCheck.findings(item));
        base.find(item.baseCode())
                .ifPresentOrElse(
                        above -> findings.addAll(InheritanceCheck.findings(above, item)),
                        () -> findings.add(new EntryCheck.Finding(Rule.BASE_ITEM_EXISTS, "baseCode", item.baseCode())));
        Uscc.parse(item.bodyUscc())
                .flatMap(organisation::body)
                .map(body -> Stewardship.level(body.division()))
                .filter(level -> item.level() != level && item.level() != SHARED_LEVEL)
                .ifPresent(level ->
                        findings.add(new EntryCheck.Finding(Rule.LEVEL_OF_BODY, "level", String.valueOf(level))));
        return List.copyOf(findings);
    }

    @Override
    public ServiceItem publish(ServiceItem item, Publication publication) {
        List<EntryCheck.Finding> findings = findings(item);
        if (!findings.isEmpty()) {
            throw new IncompleteEntry(item.name(), findings);
        }
        List<ServiceItem> published = new ArrayList<>();
        change(item.code().value(), "catalogue.publish", publication.editedBy(), () -> {
            ServiceItem added = store.add(item, publication);
            published.add(added);
            return Map.of(
                    "code",
                    item.code().value(),
                    "version",
                    String.valueOf(added.version()),
                    "reviewer",
                    publication.reviewedBy());
        });
        return published.getFirst();
    }

    @Override
    public List<PublishedVersion> versions(ItemCode code) {
        return store.versions(code);
    }

    @Override
    public Optional<Bundle> bundle(String code, int version) {
        return bundle(code)
                .filter(newest -> newest.version() == version)
                .or(() -> versions(code).stream()
                        .map(PublishedBundle::bundle)
                        .filter(bundle -> bundle.version() == version)
                        .findFirst());
    }

    @Override
    public List<BundleCheck.Finding> findings(Bundle bundle) {
        Map<ItemCode, ServiceItem> known =
                store.newest(bundle.items()).stream().collect(Collectors.toMap(ServiceItem::code, Function.identity()));
        return BundleCheck.findings(bundle, known);
    }

    @Override
    public Bundle publish(Bundle bundle, Publication publication) {
        List<BundleCheck.Finding> findings = findings(bundle).stream()
                .filter(finding -> finding.rule().holdsBack())
                .toList();
        if (!findings.isEmpty()) {
            throw new IncompleteBundle(bundle.name(), findings);
        }
        List<Bundle> published = new ArrayList<>();
        change(bundle.code(), "catalogue.publish", publication.editedBy(), () -> {
            Bundle added = store.add(bundle, publication);
            published.add(added);
            return Map.of(
                    "code",
                    bundle.code(),
                    "version",
                    String.valueOf(added.version()),
                    "reviewer",
                    publication.reviewedBy());
        });
        return published.getFirst();
    }

    @Override
    public List<PublishedBundle> versions(String bundle) {
        return store.bundleVersions(bundle);
    }

    @Override
    public void setState(ItemCode code, ItemState state) {
        setState(code, state, "system", "");
    }

    @Override
    public void setState(ItemCode code, ItemState state, StaffMember by, String reason) {
        boolean edits = Uscc.parse(code.bodyUscc())
                .flatMap(organisation::body)
                .filter(body -> Stewardship.edits(by, body))
                .isPresent();
        if (!edits) {
            throw new Problem(403, by.has(Role.CATALOGUE) ? "catalogue-not-your-division" : "catalogue-not-yours");
        }
        setState(code, state, by.actor(), reason);
    }

    private void setState(ItemCode code, ItemState state, String actor, String reason) {
        change(code.value(), "catalogue.set-state", actor, () -> {
            if (!store.setState(code, state)) {
                throw Problem.notFound("unknown-item");
            }
            return Map.of("code", code.value(), "state", state.name(), "reason", reason);
        });
    }

    /** One change of the catalogue: counted, in the audit, told to other rooms, and seen here when it is committed. */
    void change(String code, String action, String actor, Supplier<Map<String, String>> step) {
        record(code, action, actor, () -> {
            store.countRevision();
            Map<String, String> facts = step.get();
            outbox.publish("catalogue.published", subject(code), new Published(code));
            TransactionSynchronizationManager.registerSynchronization(seeingItHere);
            return facts;
        });
    }

    /** A step with its leaf in the audit. */
    void record(String code, String action, String actor, Supplier<Map<String, String>> step) {
        transaction.executeWithoutResult(status -> audit.append(subject(code), action, actor, step.get()));
    }

    private static UUID subject(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    /** Brings the memory up to date, if somebody published. */
    final synchronized void refresh() {
        reading.executeWithoutResult(status -> {
            Snapshot before = snapshot;
            long revision = store.revision();
            if (revision != before.revision()) {
                Changes changes = store.changes(before.revision(), revision);
                Snapshot now = before.with(changes);
                // the index first: what it finds too early is passed over, and when it fails the next round tries again
                search.show(before, now, before.touchedBy(changes));
                snapshot = now;
                formerVersions.invalidateAll();
            }
        });
    }

    @Override
    public synchronized void readAnew() {
        reading.executeWithoutResult(status -> {
            Changes all = store.changes(Snapshot.EMPTY.revision(), store.revision());
            Snapshot now = Snapshot.EMPTY.with(all);
            CatalogueSearch anew = new CatalogueSearch(language.index());
            anew.show(Snapshot.EMPTY, now, Snapshot.EMPTY.touchedBy(all));
            snapshot = now;
            search = anew;
            formerVersions.invalidateAll();
        });
    }

    @Override
    public int notYetUnderstood() {
        return search.notYetUnderstood();
    }
}

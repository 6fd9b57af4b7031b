package org.zhengtong.services.licences.internal;

import java.io.InputStream;
import java.io.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.CommaLines;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.licences.HoldingImports;
import org.zhengtong.services.licences.LicenceType;

@Service
class StewardsImports implements HoldingImports {
    private static final int LONGEST_NAME = 120;

    private final HoldingStore store;
    private final HoldingCheck check;
    private final HoldingRound round;
    private final LicenceTypes types;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StewardsImports(
            HoldingStore store,
            HoldingCheck check,
            HoldingRound round,
            LicenceTypes types,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.check = check;
        this.round = round;
        this.types = types;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Standing> all(StaffMember by) {
        return store.all(body(by));
    }

    @Override
    public UUID check(StaffMember by, String type, String fileName, InputStream content) {
        String body = body(by);
        LicenceType known = type(type);
        HoldingFile file = HoldingFile.read(content, HoldingCheck.headings(known));
        UUID id = identifiers.next();
        transaction.executeWithoutResult(_ -> {
            store.add(
                    new HoldingStore.NewImport(
                            id,
                            body,
                            by.body().name(),
                            known.title(),
                            by.person().value(),
                            shown(fileName),
                            file.encoding()),
                    clock.instant());
            Set<String> numbers = new HashSet<>();
            file.rows().forEach(row -> addRow(id, body, known, row, numbers));
            audit.append(
                    id,
                    "licences.holdings-check",
                    by.actor(),
                    Map.of(
                            "type",
                            known.title(),
                            "rows",
                            Integer.toString(file.rows().size())));
        });
        return id;
    }

    private void addRow(UUID id, String body, LicenceType type, HoldingFile.Row row, Set<String> numbers) {
        HoldingCheck.Looked looked = check.look(row, type);
        List<Fault> faults = new ArrayList<>(looked.faults());
        if (looked.holding().isPresent() && !numbers.add(looked.holding().get().number())) {
            faults.add(new Fault(row.line(), HoldingCheck.NUMBER, "twice"));
        }
        if (!faults.isEmpty()) {
            store.addRow(id, row.line(), RowState.FAULTY, Optional.empty(), faults);
            return;
        }
        HoldingCheck.Holding holding = looked.holding().orElseThrow();
        RowState state = looked.holder()
                .map(holder ->
                        round.present(type.title(), holding, holder, body).isPresent()
                                ? RowState.PRESENT
                                : RowState.READY)
                .orElse(RowState.WAITING);
        store.addRow(id, row.line(), state, Optional.of(holding).filter(_ -> state != RowState.PRESENT), List.of());
    }

    @Override
    public Optional<Standing> find(StaffMember by, UUID id) {
        return store.find(body(by), id);
    }

    @Override
    public List<Fault> faults(StaffMember by, UUID id, int most) {
        own(by, id);
        return store.faults(id, most);
    }

    @Override
    public void begin(StaffMember by, UUID id) {
        own(by, id);
        transaction.executeWithoutResult(_ -> {
            if (store.begin(id)) {
                audit.append(id, "licences.holdings-begin", by.actor(), Map.of());
            }
        });
    }

    @Override
    public List<String> headings(String type) {
        return HoldingCheck.headings(type(type));
    }

    @Override
    public void report(StaffMember by, UUID id, Words words, Writer out) {
        own(by, id);
        CommaLines.write(
                out,
                List.of(
                        words.say("licences.holdings.line"),
                        words.say("licences.holdings.outcome"),
                        words.say("licences.holdings.field"),
                        words.say("licences.holdings.fault"),
                        words.say("licences.holdings.do")));
        store.report(id, row -> {
            String line = Integer.toString(row.line());
            String outcome = words.say("licences.holdings.row." + row.state());
            if (row.faults().isEmpty()) {
                CommaLines.write(out, List.of(line, outcome, "", "", ""));
            }
            row.faults()
                    .forEach(fault -> CommaLines.write(
                            out,
                            List.of(
                                    line,
                                    outcome,
                                    fault.field(),
                                    words.say("licences.holdings.fault." + fault.problem()),
                                    words.say("licences.holdings.do." + fault.problem()))));
        });
    }

    private void own(StaffMember by, UUID id) {
        if (find(by, id).isEmpty()) {
            throw Problem.notFound("holdings-unknown");
        }
    }

    private String body(StaffMember by) {
        Duty.require(organisation, by, Role.CATALOGUE);
        return by.body().uscc().value();
    }

    private LicenceType type(String title) {
        return types.all().stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new Problem(422, "holdings-type"));
    }

    /** Names of files come from outside. */
    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cc}\\p{Cf}]", "").replaceAll(".*[/\\\\]", "");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }
}

package org.zhengtong.services.cases.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.people.identity.FirmId;
import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.Gender;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.NewFirm;
import org.zhengtong.people.identity.Party;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.Reach;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.ItemScope;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.people.organisation.Succession;
import org.zhengtong.people.organisation.Successions;
import org.zhengtong.services.cases.CaseClocks;
import org.zhengtong.services.cases.CaseCommand;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseFile;
import org.zhengtong.services.cases.CaseId;
import org.zhengtong.services.cases.CaseReplay;
import org.zhengtong.services.cases.CaseRules;
import org.zhengtong.services.cases.CasesSettings;
import org.zhengtong.services.cases.Channel;
import org.zhengtong.services.cases.FestivalCalendar;
import org.zhengtong.services.cases.FilingOrder;
import org.zhengtong.services.cases.HandedIn;
import org.zhengtong.services.cases.SoundHistory;
import org.zhengtong.services.catalogue.Catalogue;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.filing.PlainRegions;
import org.zhengtong.services.licences.Licence;
import org.zhengtong.services.licences.LicenceOrder;
import org.zhengtong.services.licences.LicenceState;
import org.zhengtong.services.licences.LicenceType;
import org.zhengtong.services.licences.Licences;
import org.zhengtong.testing.GivenMandates;
import org.zhengtong.testing.RoomSchema;
import org.zhengtong.testing.TestClock;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** This room on a real, empty database, with the simplest neighbours that keep their promises. */
final class CasesHouse {
    private static final Body ELSEWHERE = known(YunxiBodies.read(), "公安局");
    private static final Map<String, ServiceItem> ITEMS = new ConcurrentHashMap<>();
    private static final Map<String, ServiceItem> BY_CODE = new ConcurrentHashMap<>();

    final TestClock clock = new TestClock();
    final AtomicInteger statements = new AtomicInteger();
    final List<String> topics = new CopyOnWriteArrayList<>();
    final List<LicenceOrder> licences = new CopyOnWriteArrayList<>();
    final List<Licence> held = new CopyOnWriteArrayList<>();
    final Map<PersonId, StaffMember> employed = new HashMap<>();
    final Map<UUID, Licence> byCase = new ConcurrentHashMap<>();
    final Map<UUID, PersonProfile> persons = new HashMap<>();
    final Map<UUID, FirmProfile> firms = new HashMap<>();
    final Map<UUID, PersonId> agents = new HashMap<>();
    final JdbcClient sql;
    final StoredCases cases;
    final StoredJointCases joint;
    final StaffedDesk desk;
    final StaffedDelivery delivery;
    final Deadlines deadlines;
    final CaseRules rules;
    final WorkingCalendar calendar = new FestivalCalendar();
    final Function<WorkingCalendar, ClockCheck> checks;
    final HistoryCheck histories;
    final HistoryFaultStore faults;
    final CaseStore store;
    /** Licences nobody should have issued, by the case they name. */
    final Map<UUID, UUID> further = new ConcurrentHashMap<>();

    final BodyChanges bodyChanges;
    final List<Succession> successions = new CopyOnWriteArrayList<>();
    /** What the catalogue shows as in use. */
    final List<ServiceItem> offered = new CopyOnWriteArrayList<>();

    /** Whether today is before the day of the last step: then clocks are not read as they were written. */
    volatile boolean clockSetBack;

    volatile boolean brokenLicences;
    final List<String> leaves = new CopyOnWriteArrayList<>();

    private final Random random = new Random(20260302);
    private final Identifiers identifiers = new Identifiers(clock, random);
    private final Map<String, Body> bodies = YunxiBodies.read();

    CasesHouse() {
        DataSource database = database();
        sql = JdbcClient.create(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        CasesSettings settings = new CasesSettings("YX", 30, 10, 5, 60);
        CaseSeals seals = new CaseSeals(new BoundText(), JsonMapper.shared());
        CaseClocks clocks = new CaseClocks(calendar);
        CaseRows rows = new CaseRows(seals, clocks, JsonMapper.shared());
        store = new CaseStore(sql, seals, rows, JsonMapper.shared());
        CaseLists lists = new CaseLists(sql, seals, calendar);
        Identity identity = answering(Identity.class, this::identity);
        Licences issuing = answering(Licences.class, this::licences);
        Catalogue catalogue = answering(Catalogue.class, (method, arguments) -> switch (method) {
            case "entriesOf" -> entriesOf((String) arguments[0]);
            case "items" -> List.copyOf(offered);
            case "setState" -> offered.removeIf(item -> item.code().equals(arguments[0]));
            default -> entry(String.valueOf(arguments[0]));
        });
        Organisation organisation = answering(Organisation.class, (method, arguments) -> switch (method) {
            case "body" ->
                bodies.values().stream()
                        .filter(body -> body.uscc().equals(arguments[0]))
                        .findFirst();
            case "staff" -> Optional.ofNullable(employed.get((PersonId) arguments[0]));
            default -> List.copyOf(bodies.values());
        });
        Outbox outbox = (topic, _, payload) -> {
            if (!(payload instanceof CaseEvent)) {
                throw new IllegalArgumentException("not an event of a case");
            }
            topics.add(topic);
        };
        AuditLog audit = (_, action, _, _) -> leaves.add(action);
        FileStore files = answering(FileStore.class, (_, _) -> Optional.empty());
        Granting granting = new Granting(
                catalogue,
                issuing,
                new Founding(identity, organisation, new PlainRegions(), random),
                new LicenceAttributes(identity, issuing, new PlainRegions()),
                identity);
        rules = new CaseRules(calendar, 30, 10);
        CaseNumbers numbers = new CaseNumbers(random, settings);
        Filings filings =
                new Filings(store, numbers, calendar, identifiers, identity, issuing, outbox, audit, transaction);
        JointStore jointStore = new JointStore(sql, seals, JsonMapper.shared());
        JointContinuation continuation = new JointContinuation(jointStore, filings, catalogue, issuing, identity);
        CaseWork work = new CaseWork(rules, clocks, calendar, catalogue, store, granting, continuation, outbox, audit);
        joint = new StoredJointCases(
                jointStore, store, continuation, numbers, calendar, identity, identifiers, audit, transaction, clock);
        cases = new StoredCases(
                filings,
                store,
                lists,
                new CaseLooks((_, _, _, _) -> {}, transaction, clock),
                work,
                new FormerContents(sql),
                identity,
                files,
                transaction,
                clock);
        desk =
                new StaffedDesk(
                        store,
                        lists,
                        new KeptFigures(lists, clock),
                        work,
                        new Transferring(catalogue, filings, jointStore),
                        new SystemChecks(sql, issuing, identity, organisation),
                        catalogue,
                        organisation,
                        new CaseLooks((_, _, _, _) -> {}, transaction, clock),
                        new WaitingMarks(
                                sql, store, new BoundText(), JsonMapper.shared(), identifiers, transaction, clock),
                        files,
                        audit,
                        calendar,
                        transaction,
                        clock) {
                    @Override
                    CaseFile take(CaseId id, StaffMember staff, OptionalLong version, boolean over, Instant at) {
                        return asReadAgain(super.take(id, staff, version, over, at), staff);
                    }

                    @Override
                    CaseFile act(CaseId id, StaffMember staff, OptionalLong version, CaseCommand command, Instant at) {
                        return asReadAgain(super.act(id, staff, version, command, at), staff);
                    }

                    private CaseFile asReadAgain(CaseFile answered, StaffMember staff) {
                        if (!clockSetBack) {
                            assertThat(answered).isEqualTo(open(answered.id(), staff));
                        }
                        return answered;
                    }
                };
        bodyChanges = new BodyChanges(
                sql,
                store,
                work,
                answering(Successions.class, (_, _) -> List.copyOf(successions)),
                catalogue,
                transaction,
                clock);
        delivery = new StaffedDelivery(sql, store, work, identity, audit, transaction, clock);
        faults = new HistoryFaultStore(sql, JsonMapper.shared());
        histories = new HistoryCheck(
                new WholeHistories(sql, rows, issuing, transaction),
                faults,
                new SoundHistory(new CaseReplay(rules), clocks),
                catalogue,
                audit,
                transaction,
                clock);
        DueCases due = new DueCases(sql, rows);
        checks = other -> new ClockCheck(
                due,
                store,
                new CaseClocks(other),
                other,
                sql,
                new NamedParameterJdbcTemplate(database),
                transaction,
                clock);
        deadlines = new Deadlines(store, due, work, calendar, settings, transaction, clock);
    }

    static ServiceItem item(String name) {
        return ITEMS.computeIfAbsent(name, YunxiBodies::item);
    }

    /** The entry and the same of another body. */
    private static List<ServiceItem> entriesOf(String baseCode) {
        return ITEMS.values().stream()
                .filter(entry -> entry.baseCode().equals(baseCode))
                .flatMap(entry -> Stream.of(entry, elsewhere(entry)))
                .toList();
    }

    static ServiceItem elsewhere(ServiceItem entry) {
        Map<String, Object> document = JsonMapper.shared().convertValue(entry, new TypeReference<>() {});
        String uscc = ELSEWHERE.uscc().value();
        document.put("code", uscc + entry.code().value().substring(uscc.length()));
        document.put("bodyUscc", uscc);
        document.put("bodyName", ELSEWHERE.name());
        return JsonMapper.shared().convertValue(document, ServiceItem.class);
    }

    PersonId person(String name) {
        PersonId id = new PersonId(identifiers.next());
        persons.put(
                id.value(),
                new PersonProfile(
                        id,
                        name,
                        "3399************23",
                        LocalDate.of(1990, 5, 1),
                        Gender.FEMALE,
                        "339901",
                        "13900000000",
                        Optional.of("云溪市望溪区长宁路 1 号"),
                        true));
        return id;
    }

    StaffMember staff(String department, Role... roles) {
        return new StaffMember(new PersonId(identifiers.next()), "办事员", known(bodies, department), "窗口", Set.of(roles));
    }

    /** Whose role is held for these items only. */
    StaffMember staffFor(String department, Role role, String... items) {
        Set<String> codes =
                Arrays.stream(items).map(name -> item(name).code().value()).collect(Collectors.toSet());
        return new StaffMember(
                new PersonId(identifiers.next()),
                "办事员",
                known(bodies, department),
                "窗口",
                Map.of(role, ItemScope.chosen(codes)));
    }

    FilingOrder order(String item, PersonId applicant, Map<String, String> answers) {
        ServiceItem entry = item(item);
        return new FilingOrder(
                identifiers.next(),
                entry,
                new Party.Person(applicant),
                applicant,
                Map.of(),
                answers,
                List.of(new HandedIn.Generated(entry.materials().getFirst().id())),
                Channel.WEB);
    }

    FilingOrder shop(PersonId applicant) {
        return order(
                "个体工商户设立登记",
                applicant,
                Map.of(
                        "shop_name",
                        "云溪小面馆",
                        "form",
                        "个人经营",
                        "place_kind",
                        "实体店面",
                        "premises_address",
                        "云溪市望溪区和顺路 8 号",
                        "scope",
                        "餐饮服务"));
    }

    private static ServiceItem entry(String code) {
        return BY_CODE.computeIfAbsent(
                code,
                _ -> ITEMS.values().stream()
                        .flatMap(entry -> Stream.of(entry, elsewhere(entry)))
                        .filter(entry -> entry.code().value().equals(code))
                        .findFirst()
                        .orElseThrow());
    }

    /** Makes an entry known that is not asked for by its name. */
    static void know(ServiceItem entry) {
        BY_CODE.putIfAbsent(entry.code().value(), entry);
        ITEMS.putIfAbsent(entry.code().value(), entry);
    }

    private Object identity(String method, Object... arguments) {
        return switch (method) {
            case "nameOf" ->
                switch ((Party) arguments[0]) {
                    case Party.Person(PersonId person) ->
                        known(persons, person.value()).name();
                    case Party.Firm(FirmId firm) -> known(firms, firm.value()).name();
                };
            case "person" -> known(persons, ((PersonId) arguments[0]).value());
            case "firm" -> known(firms, ((FirmId) arguments[0]).value());
            case "reachOf" ->
                new Reach(
                        (PersonId) arguments[0],
                        firms.keySet().stream()
                                .filter(firm -> arguments[0].equals(agents.get(firm)))
                                .map(firm ->
                                        GivenMandates.whole(new Party.Firm(new FirmId(firm)), (PersonId) arguments[0]))
                                .toList());
            case "findFirm" -> Optional.empty();
            case "add" -> add((NewFirm) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private FirmId add(NewFirm firm) {
        FirmId id = new FirmId(identifiers.next());
        agents.put(id.value(), firm.agent());
        firms.put(
                id.value(),
                new FirmProfile(
                        id,
                        firm.uscc(),
                        firm.name(),
                        firm.legalRepresentative(),
                        firm.address(),
                        firm.phone(),
                        firm.synthetic()));
        return id;
    }

    private Object licences(String method, Object... arguments) {
        return switch (method) {
            case "issue" -> issued((LicenceOrder) arguments[0]);
            case "find" ->
                byCase.values().stream()
                        .filter(licence -> licence.id().equals(arguments[0]))
                        .findFirst();
            case "issuedBy" -> issuedBy((Collection<?>) arguments[0]);
            case "heldBy" -> List.copyOf(held);
            case "grantedBy" -> Optional.ofNullable(byCase.get((UUID) arguments[0]));
            case "type" ->
                new LicenceType(
                        (String) arguments[0],
                        "11100000MB0143028R001",
                        LicenceType.Subject.FIRM,
                        Optional.empty(),
                        new LicenceType.NumberRule.CreditCode(),
                        List.of("名称", "类型", "法定代表人", "成立日期", "住所", "经营范围").stream()
                                .map(name -> new LicenceType.PrintedAttribute(name, true))
                                .toList(),
                        LicenceType.Face.CERTIFICATE);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Map<UUID, Set<UUID>> issuedBy(Collection<?> granting) {
        return granting.stream()
                .map(UUID.class::cast)
                .collect(Collectors.toMap(
                        id -> id,
                        id -> Stream.concat(
                                        Optional.ofNullable(byCase.get(id)).map(Licence::id).stream(),
                                        Optional.ofNullable(further.get(id)).stream())
                                .collect(Collectors.toSet())));
    }

    private Licence issued(LicenceOrder order) {
        if (brokenLicences) {
            throw new IllegalStateException("no licence today");
        }
        licences.add(order);
        Licence licence = new Licence(
                identifiers.next(),
                "1.2.156.3005.2",
                "1",
                order.type(),
                order.holder(),
                order.holderName(),
                order.issuerUscc(),
                order.issuerName(),
                order.issuedOn(),
                order.validUntil(),
                LicenceState.VALID,
                1,
                order.attributes());
        byCase.put(order.grantedBy(), licence);
        return licence;
    }

    private DataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(RoomSchema.fresh("services", "cases"));
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(super.getConnection());
            }
        };
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return Optional.ofNullable(map.get(key)).orElseThrow();
    }

    private interface Answer {
        Object to(String method, Object... arguments) throws Exception;
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> answer.to(method.getName(), arguments == null ? new Object[0] : arguments)));
    }

    /** Not a cipher: keeps the promise that a value opens only where it was sealed. */
    private static final class BoundText implements FieldCipher {
        @Override
        public byte[] seal(byte[] plain, String context) {
            List<Byte> bytes = new ArrayList<>();
            for (byte one : (context + "\n").getBytes(StandardCharsets.UTF_8)) {
                bytes.add((byte) (one ^ 0x55));
            }
            for (byte one : plain) {
                bytes.add((byte) (one ^ 0x55));
            }
            byte[] sealed = new byte[bytes.size()];
            for (int i = 0; i < sealed.length; i++) {
                sealed[i] = bytes.get(i);
            }
            return sealed;
        }

        @Override
        public byte[] open(byte[] sealed, String context) {
            byte[] opened = sealed.clone();
            for (int i = 0; i < opened.length; i++) {
                opened[i] ^= 0x55;
            }
            String text = new String(opened, StandardCharsets.UTF_8);
            if (!text.startsWith(context + "\n")) {
                throw new IllegalStateException("sealed in another place");
            }
            return text.substring(context.length() + 1).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] seal(String plain, String context) {
            return seal(plain.getBytes(StandardCharsets.UTF_8), context);
        }

        @Override
        public String openText(byte[] sealed, String context) {
            return new String(open(sealed, context), StandardCharsets.UTF_8);
        }
    }
}

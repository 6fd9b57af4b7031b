package org.zhengtong.services.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.ground.web.Page;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.BaseCatalogue;
import org.zhengtong.services.catalogue.BaseItem;
import org.zhengtong.services.catalogue.EntryDocument;
import org.zhengtong.services.catalogue.ItemType;
import org.zhengtong.services.catalogue.Publication;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.catalogue.YunxiBodies;
import org.zhengtong.services.editing.Stage;
import org.zhengtong.services.transfer.Import;
import org.zhengtong.services.transfer.Transfer;
import org.zhengtong.testing.People;
import org.zhengtong.testing.TestClock;
import org.zhengtong.testing.ZhengtongTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ten thousand entries in and out, in a heap that does not grow with them. */
@ZhengtongTest
class TenThousandEntriesTest {
    private static final int COUNT = 10_000;
    private static final long MOST_GROWTH = 128L << 20;
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());

    @Autowired
    Identity identity;

    @Autowired
    Organisation organisation;

    @Autowired
    BaseCatalogue base;

    @Autowired
    Transfer transfer;

    @Autowired
    ImportWork work;

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    private final ObjectNode sample = JsonMapper.shared().valueToTree(YunxiBodies.item("公证办理"));
    private List<Body> bodies = List.of();
    private StaffMember steward;

    @BeforeEach
    void aCityWithManyBaseItems() {
        bodies = organisation.bodies().stream()
                .filter(body -> body.division().equals("339900"))
                .toList();
        for (int number = 0; number <= COUNT / bodies.size(); number++) {
            base.publish(
                    new BaseItem(baseCode(number), 1, ItemType.LICENSING, "大批事项", "000000", Map.of()),
                    Publication.OF_THE_PROGRAM);
        }
        steward = steward();
    }

    @AfterEach
    void asBefore() {
        database.sql("delete from catalogue.base_item where name = '大批事项'").update();
        database.sql("delete from transfer.import_draft").update();
        database.sql(
                        "delete from editing.step where draft in (select id from editing.draft where code like '%00019____000')")
                .update();
        database.sql("delete from editing.draft where code like '%00019____000'")
                .update();
    }

    @Test
    void ten_thousand_entries_are_written_read_checked_kept_and_approved() throws IOException {
        Path file = folder.resolve("all.xlsx");
        Measured written = measured(() -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                new WorkbookWriter(json).write(items(), out);
            }
        });
        UUID id;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            id = transfer.begin(steward, "all.xlsx", in, true, "整批");
        }
        Measured read = measured(() -> work.run(id));
        Import made = transfer.find(steward, id);
        assertThat(made.step())
                .as(transfer.faults(steward, id, 0, 5).toString())
                .isEqualTo(Import.Step.DONE);
        assertThat(transfer.drafts(steward, id)).isEqualTo(Map.of(Stage.IN_REVIEW, COUNT));
        LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), Page.ZONE).plusDays(1);

        Measured approved = measured(() -> transfer.approve(steward(), id, tomorrow));

        assertThat(transfer.drafts(steward, id)).isEqualTo(Map.of(Stage.APPROVED, COUNT));
        System.out.printf(
                "transfer of %d entries: %d bytes; export %s, import %s, approval %s%n",
                COUNT, Files.size(file), written, read, approved);
        for (Measured one : List.of(written, read, approved)) {
            assertThat(one.collections()).as("collections that were looked at").isPositive();
            assertThat(one.growth()).as("growth of the heap").isLessThan(MOST_GROWTH);
        }
    }

    private StaffMember steward() {
        return organisation
                .staff(new People(identity)
                        .staff(organisation, "云溪市司法局", Role.CATALOGUE)
                        .id())
                .orElseThrow();
    }

    /** Made when somebody asks for it, so that the list itself takes no memory. */
    private List<ServiceItem> items() {
        return new AbstractList<>() {
            @Override
            public ServiceItem get(int index) {
                return item(index);
            }

            @Override
            public int size() {
                return COUNT;
            }
        };
    }

    private ServiceItem item(int index) {
        Body body = bodies.get(index % bodies.size());
        String code = baseCode(index / bodies.size());
        ObjectNode item = sample.deepCopy();
        item.put("code", body.uscc().value() + "3" + code);
        item.put("baseCode", code);
        item.put("type", ItemType.LICENSING.name());
        item.put("bodyUscc", body.uscc().value());
        item.put("bodyName", body.name());
        item.put("summary", "第 " + index + " 个事项。");
        return EntryDocument.read(item, ServiceItem.class);
    }

    private static String baseCode(int number) {
        return "00019%04d000".formatted(number);
    }

    private interface Step {
        void run() throws IOException;
    }

    /** @param growth what a collection left in the heap while the step ran, more than before it, at the most */
    private record Measured(long millis, long growth, int collections) {
        @Override
        public String toString() {
            return "%.1f s, heap +%d MB in %d collections".formatted(millis / 1000.0, growth >> 20, collections);
        }
    }

    private static Measured measured(Step step) throws IOException {
        System.gc();
        long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        Queue<Long> left = new ConcurrentLinkedQueue<>();
        NotificationListener listener = (notification, _) -> left.add(leftBy(notification));
        List<NotificationEmitter> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(NotificationEmitter.class::cast)
                .toList();
        collectors.forEach(collector -> collector.addNotificationListener(listener, null, null));
        try {
            long start = System.nanoTime();
            step.run();
            long millis = (System.nanoTime() - start) / 1_000_000;
            long most = left.stream().mapToLong(Long::longValue).max().orElse(before);
            return new Measured(millis, Math.max(0, most - before), left.size());
        } finally {
            collectors.forEach(collector -> remove(collector, listener));
        }
    }

    private static void remove(NotificationEmitter collector, NotificationListener listener) {
        try {
            collector.removeNotificationListener(listener);
        } catch (ListenerNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long leftBy(Notification notification) {
        return GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc()
                .entrySet()
                .stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}

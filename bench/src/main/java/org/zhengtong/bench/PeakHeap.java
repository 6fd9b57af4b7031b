package org.zhengtong.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** How much of the heap is held at the worst, seen at the end of every collection. */
final class PeakHeap implements AutoCloseable {
    private static final Set<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final NotificationListener listener = this::collected;
    private final AtomicLong most = new AtomicLong();
    private final long before;

    PeakHeap() throws InterruptedException {
        before = collect();
        for (GarbageCollectorMXBean one : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) one).addNotificationListener(listener, null, null);
        }
    }

    private static long collect() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void collected(Notification notification, Object nobody) {
        Map<String, MemoryUsage> pools = GarbageCollectionNotificationInfo.from(
                        (CompositeData) notification.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc();
        long held = HEAP.stream()
                .flatMap(pool -> Stream.ofNullable(pools.get(pool)))
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        most.accumulateAndGet(held, Math::max);
    }

    /** More than before, with what is held now. */
    double megabytes() throws InterruptedException {
        long now = collect();
        return Math.max(0, Math.max(most.get(), now) - before) / 1e6;
    }

    @Override
    public void close() {
        for (GarbageCollectorMXBean one : ManagementFactory.getGarbageCollectorMXBeans()) {
            try {
                ((NotificationEmitter) one).removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package org.zhengtong.services.queue.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.queue.Board;
import org.zhengtong.services.queue.Boards;

/** Shows the lines, and tells listeners when one changed: whichever node changed it, its version grew. */
@Service
class HallBoards implements Boards {
    /** Who was away for longer hears no old calls: those people stand in the list of the called. */
    static final Duration LATEST = Duration.ofMinutes(2);

    /** So long nobody goes without a word. */
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final Snapshots snapshots;
    private final HallRows rows;
    private final Halls halls;
    private final Clock clock;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    HallBoards(Snapshots snapshots, HallRows rows, Halls halls, Clock clock) {
        this.snapshots = snapshots;
        this.rows = rows;
        this.halls = halls;
        this.clock = clock;
    }

    /** Those who listen to a hall, the version they were told of, and when (nanoseconds). */
    private record Room(AtomicLong told, AtomicLong at, List<Consumer<Told>> listeners) {
        Room(long version) {
            this(new AtomicLong(version), new AtomicLong(System.nanoTime()), new CopyOnWriteArrayList<>());
        }

        boolean isLongAgo() {
            return System.nanoTime() - at.get() > AGAIN.toNanos();
        }
    }

    @Override
    public Optional<Board> board(String hall) {
        return snapshots.of(hall).map(Snapshot::board);
    }

    @Override
    public List<Board> boards() {
        return halls.halls().stream().flatMap(hall -> board(hall.id()).stream()).toList();
    }

    @Override
    public AutoCloseable listen(String hall, Optional<Long> since, Consumer<Told> listener) {
        Room room = rooms.computeIfAbsent(hall, id -> new Room(rows.version(id)));
        synchronized (room) {
            if (room.listeners().isEmpty()) {
                room.told().set(rows.version(hall));
            }
            long told = room.told().get();
            snapshots
                    .of(hall)
                    .ifPresent(now -> listener.accept(new Told(
                            told,
                            since.map(last -> spoken(now, last).stream()
                                            .filter(call -> call.version() <= told)
                                            .toList())
                                    .orElse(List.of()),
                            now.board())));
            room.listeners().add(listener);
        }
        return () -> room.listeners().remove(listener);
    }

    private List<Spoken> spoken(Snapshot hall, long after) {
        Instant since = clock.instant().minus(LATEST);
        return rows.spoken(hall.plan().hall(), after, since).stream()
                .map(call -> new Spoken(
                        call.version(),
                        call.number(),
                        call.window(),
                        hall.plan().areaOf(call.window()),
                        call.again()))
                .toList();
    }

    boolean isListenedTo() {
        return rooms.values().stream().anyMatch(room -> !room.listeners().isEmpty());
    }

    /** Tells those who listen of what changed since the last look. */
    void look() {
        Map<String, Long> versions = rows.versions();
        rooms.forEach((hall, room) -> {
            long version = versions.getOrDefault(hall, 0L);
            if (version != room.told().get() || room.isLongAgo()) {
                tell(hall, room, version);
            }
        });
    }

    private void tell(String hall, Room room, long version) {
        synchronized (room) {
            long before = room.told().getAndSet(version);
            room.at().set(System.nanoTime());
            snapshots.of(hall).ifPresent(now -> {
                Told told = new Told(
                        version,
                        spoken(now, before).stream()
                                .filter(call -> call.version() <= version)
                                .toList(),
                        now.board());
                room.listeners().forEach(listener -> listener.accept(told));
            });
        }
    }
}

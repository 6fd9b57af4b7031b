package org.zhengtong.services.queue.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.queue.Boards;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of a hall as server-sent events: {@code board} is how it stands, {@code call} a call to be spoken. Whoever
 * comes back says by {@code Last-Event-ID} what they know and hears the calls of the last minutes they missed.
 */
@Hidden
@RestController
class LiveStreams {
    /** After this the browser connects anew, by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** So many tellings somebody may be behind; whoever is slower connects anew. */
    private static final int BEHIND = 50;

    private final Boards boards;
    private final JsonMapper json;
    /** A telling is written once for all who are told it; keys are compared as objects. */
    private final LoadingCache<Boards.Told, Written> written =
            Caffeine.newBuilder().weakKeys().build(this::written);

    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    LiveStreams(Boards boards, JsonMapper json) {
        this.boards = boards;
        this.json = json;
    }

    /** Streams end before the program waits for those who still read. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
        streams.forEach(stream -> stream.emitter.complete());
    }

    @GetMapping(path = "/halls/{hall}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@PathVariable String hall, @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last)
            throws IOException {
        if (closing) {
            throw new Problem(503, "queue.closing");
        }
        if (boards.board(hall).isEmpty()) {
            throw Problem.notFound("unknown-hall");
        }
        Stream stream = new Stream(new SseEmitter(LONGEST.toMillis()));
        // The head of the answer is written by the request itself: its filters may still add to it. Others write after
        // it.
        stream.emitter.send(SseEmitter.event().comment("open"));
        streams.add(stream);
        AutoCloseable listening = boards.listen(
                hall, last.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(last)) : Optional.empty(), stream::tell);
        Runnable leave = () -> {
            streams.remove(stream);
            close(listening);
        };
        stream.emitter.onCompletion(leave);
        stream.emitter.onTimeout(stream.emitter::complete);
        stream.emitter.onError(_ -> leave.run());
        return stream.emitter;
    }

    private static void close(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }

    int open() {
        return streams.size();
    }

    /** One reader; a slow one holds nobody up. */
    private final class Stream {
        private final SseEmitter emitter;
        private final Queue<Boards.Told> pending = new ConcurrentLinkedQueue<>();
        private final AtomicInteger behind = new AtomicInteger();
        private final AtomicBoolean sending = new AtomicBoolean();

        Stream(SseEmitter emitter) {
            this.emitter = emitter;
        }

        void tell(Boards.Told told) {
            if (behind.incrementAndGet() > BEHIND) {
                emitter.complete();
                return;
            }
            pending.add(told);
            send();
        }

        private void send() {
            if (!pending.isEmpty() && sending.compareAndSet(false, true)) {
                Thread.startVirtualThread(() -> {
                    try {
                        for (Boards.Told told = pending.poll(); told != null; told = pending.poll()) {
                            behind.decrementAndGet();
                            write(told);
                        }
                    } catch (IOException | IllegalStateException gone) {
                        emitter.completeWithError(gone);
                        return;
                    }
                    sending.set(false);
                    send();
                });
            }
        }

        private void write(Boards.Told told) throws IOException {
            Written events = Objects.requireNonNull(written.get(told));
            for (Event call : events.calls()) {
                emitter.send(call.named("call"));
            }
            emitter.send(events.board().named("board"));
        }
    }

    private record Written(List<Event> calls, Event board) {}

    private record Event(long id, String data) {
        SseEmitter.SseEventBuilder named(String name) {
            return SseEmitter.event().id(Long.toString(id)).name(name).data(data, MediaType.TEXT_PLAIN);
        }
    }

    private Written written(Boards.Told told) {
        return new Written(
                told.calls().stream()
                        .map(call -> new Event(call.version(), json.writeValueAsString(call)))
                        .toList(),
                new Event(told.version(), json.writeValueAsString(LiveBoard.of(told.board()))));
    }
}

package org.zhengtong.services.queue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.queue.QueueHouse;

/** Lines of a hall as server-sent events, as a browser reads them. */
class LiveStreamsTest extends QueueHouse {
    @Autowired
    private ServletWebServerApplicationContext program;

    private final class Reader implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final BufferedReader lines;
        private String id = "";

        Reader(String last) throws Exception {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/halls/" + here.id() + "/live"));
            if (!last.isEmpty()) {
                request.header("Last-Event-ID", last);
            }
            lines = new BufferedReader(new InputStreamReader(
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8));
        }

        /** Everything until the next board, as {@code name data}. */
        List<String> untilBoard() throws IOException {
            List<String> events = new ArrayList<>();
            String name = "";
            while (events.isEmpty() || !events.getLast().startsWith("board")) {
                String line = lines.readLine();
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6);
                } else if (line.startsWith("data:")) {
                    events.add(name + " " + line.substring(5));
                }
            }
            return events;
        }

        String nextCall() throws IOException {
            List<String> events = untilBoard();
            while (events.size() == 1) {
                events = untilBoard();
            }
            assertThat(events).hasSize(2);
            return events.getFirst();
        }

        @Override
        public void close() throws IOException {
            lines.close();
            client.shutdownNow();
        }
    }

    private long openRequests() {
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(program.getWebServer());
        return ((StandardContext) server.getTomcat().getHost().findChildren()[0]).getInProgressAsyncCount();
    }

    @Test
    void a_call_reaches_who_reads_and_who_connects_again_hears_what_was_missed() throws Exception {
        taken();
        taken();
        StaffMember clerk = clerkAt(1);
        String known;
        try (Reader reader = new Reader("")) {
            assertThat(reader.untilBoard()).hasSize(1).allMatch(event -> event.contains("\"waiting\":2"));
            windows.next(clerk);
            assertThat(reader.nextCall()).contains("A001", "\"window\":1");
            known = reader.id;
        }
        windows.start(clerk);
        windows.next(clerk);
        try (Reader again = new Reader(known)) {
            assertThat(again.nextCall()).contains("A002");
        }
        try (Reader fresh = new Reader("")) {
            assertThat(fresh.untilBoard()).hasSize(1);
        }
    }

    @Test
    void the_head_of_the_answer_is_written_by_the_request_before_anybody_else_writes() throws Exception {
        try (Reader screen = new Reader("")) {
            assertThat(screen.lines.readLine()).isEqualTo(":open");
            assertThat(screen.untilBoard()).hasSize(1);
        }
    }

    @Test
    void who_went_away_is_forgotten() throws Exception {
        long before = openRequests();
        try (Reader reader = new Reader("")) {
            reader.untilBoard();
        }
        for (int change = 0; openRequests() > before && change < 2_000; change++) {
            taken();
        }

        assertThat(openRequests()).isLessThanOrEqualTo(before);
    }
}

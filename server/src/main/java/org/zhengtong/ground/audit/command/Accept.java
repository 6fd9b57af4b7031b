package org.zhengtong.ground.audit.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import org.zhengtong.ground.audit.tree.LostLogs;

/** An administrator accepts that published leaves are lost. Nothing is deleted, and the next start writes a leaf. */
final class Accept {
    private final PrintStream out;
    private final Clock clock;

    Accept(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void run(Options options) {
        LostLogs logs = new LostLogs(Path.of(options.require("--data")).resolve("audit"));
        String by = options.require("--by");
        String reason = options.require("--reason");
        if (logs.current().note().isEmpty()) {
            throw new AskedWrongly("nothing was published below " + options.require("--data"));
        }
        LostLogs.Loss loss = logs.accept(by, reason, clock.instant());
        out.println("set aside as lost/" + loss.number() + ": "
                + loss.note().lines().limit(3).collect(Collectors.joining(" ")));
        out.println("The next start records this, and begins a log with a name of its own. Tell the witnesses.");
    }
}

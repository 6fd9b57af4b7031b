package org.zhengtong.ground.audit.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.zhengtong.ground.audit.tree.Refused;

/**
 * {@code ./zt audit …}: checks what the program has published, without the program and its database. Exit status 0 when
 * all holds, 1 when something does not, 2 when it was asked wrongly.
 */
public final class AuditCommand {
    static final int HOLDS = 0;
    static final int REFUSED = 1;
    static final int ASKED_WRONGLY = 2;

    private static final String USAGE = """
            ./zt audit verify LOG [--key KEY] [--older CHECKPOINT] [--tiles]
                checks the checkpoint of a log, a folder or an address such as https://www.city.example/audit; with --older
                that it grew from the checkpoint in that file; with --tiles that every tile and entry gives the root
            ./zt audit verify --proof FILE --key KEY
                checks a proof that was handed out, with nothing else than the key
            ./zt audit witness --data DIR --name NAME [--key KEY] LOG
                looks at the log now: refuses it when it did not grow from what was seen before, else keeps and cosigns it
            ./zt audit accept --data DIR --by NAME --reason TEXT
                accepts, while the program stands still, that its database has lost published leaves; this stays on record

            KEY is a key as the log shows it (…/audit/key), or a file with one. Without --key the key beside the log is used,
            which proves only that the log is whole, not whose it is.
            """;

    private AuditCommand() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, Clock.systemUTC()));
    }

    /** @return the exit status */
    public static int run(List<String> arguments, PrintStream out, Clock clock) {
        try {
            List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
            Options options = Options.parse(rest);
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "verify" -> new Verify(out).run(options);
                case "witness" -> new Witness(out, clock).run(options);
                case "accept" -> new Accept(out, clock).run(options);
                default -> throw new AskedWrongly("say what to do: verify, witness or accept");
            }
            return HOLDS;
        } catch (Refused e) {
            out.println("REFUSED: " + Sentences.of(e));
            return REFUSED;
        } catch (AskedWrongly e) {
            out.println("zt audit: " + e.getMessage());
            out.println();
            out.print(USAGE);
            return ASKED_WRONGLY;
        } catch (UncheckedIOException e) {
            out.println("zt audit: " + e.getMessage());
            return ASKED_WRONGLY;
        }
    }
}

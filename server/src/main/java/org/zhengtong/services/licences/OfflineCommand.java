package org.zhengtong.services.licences;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.zhengtong.services.licences.LicenceCode.Fingerprint;
import org.zhengtong.services.licences.OfflineVerification.Answer;

/**
 * {@code ./zt licence verify}: what a code says, and whether the issuer signed it, without network and database. Exit
 * status 0: genuine and in its time; 1: not to be believed, or over; 2: called wrongly.
 */
public final class OfflineCommand {
    private final PrintStream out;
    private final LocalDate today;

    OfflineCommand(PrintStream out, LocalDate today) {
        this.out = out;
        this.today = today;
    }

    /** @param arguments the list of issuers, the scanned text, and the fingerprint of the seal maker if one knows it */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        System.exit(new OfflineCommand(out, today).run(arguments));
    }

    int run(String... arguments) {
        if (arguments.length < 2 || arguments.length > 3) {
            out.println("usage: ./zt licence verify ISSUERS.json CODE [FINGERPRINT OF THE SEAL MAKER]");
            return 2;
        }
        Optional<Fingerprint> maker =
                Optional.of(arguments).filter(all -> all.length == 3).map(all -> new Fingerprint(all[2]));
        try {
            IssuerList issuers = IssuerList.read(Files.readString(Path.of(arguments[0])));
            return told(new OfflineVerification(issuers, maker).verify(arguments[1].strip()));
        } catch (IOException | IllegalArgumentException unfit) {
            out.println(arguments[0] + " cannot be used: " + unfit.getMessage());
            return 2;
        }
    }

    private int told(Answer answer) {
        return switch (answer) {
            case Answer.Genuine genuine -> told(genuine);
            case Answer.Unreadable _ -> refused("This is no code of a licence, or it was changed.");
            case Answer.UnknownIssuer _ -> refused("Nobody on the list of issuers has signed this code.");
            case Answer.Forged _ -> refused("The signature is not the issuer's: the code is forged.");
        };
    }

    private int told(Answer.Genuine genuine) {
        LicenceCode code = genuine.code();
        boolean over = genuine.isOver(today);
        out.println(over ? "GENUINE, BUT OVER" : "GENUINE");
        out.println("identifier   " + code.identifier());
        out.println("type         " + code.type());
        out.println("holder       " + code.holder());
        out.println("issuer       " + genuine.issuer().name() + " "
                + genuine.issuer().uscc());
        out.println("issued on    " + code.issuedOn());
        out.println("valid until  " + code.validUntil().map(LocalDate::toString).orElse("without end"));
        out.println("signed at    " + code.signedAt());
        code.copy().ifPresent(use -> {
            out.println("copy for     " + use.purpose());
            out.println("made for     " + use.recipient());
            out.println("copy until   " + use.until());
        });
        out.println("Whether it was ended since " + code.signedAt() + " only the city can tell, online.");
        return over ? 1 : 0;
    }

    private int refused(String sentence) {
        out.println(sentence);
        return 1;
    }
}

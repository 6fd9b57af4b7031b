package org.zhengtong.ground.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The passwords of the PostgreSQL inside, so that nobody else who works on this machine gets in. The owner's stands in a
 * file that only the program's user may read, in the form {@code pg_dump} takes as {@code PGPASSFILE}; those of other roles
 * follow from it and do not lead back.
 */
final class InsidePasswords {
    static final String OWNER = "postgres";
    private static final String LINE = "*:*:*:" + OWNER + ":";

    /** Who comes by the network of this machine, or its sockets, shows a password. */
    private static final String RULES = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    /** For the moment in which the passwords are set. */
    private static final String OPEN = RULES.replace("scram-sha-256", "trust");

    private final String owner;
    private final boolean made;

    private InsidePasswords(String owner, boolean made) {
        this.owner = owner;
        this.made = made;
    }

    /** Those kept beside the data folder. When the file is lost, others are made: whoever owns the folder owns the data. */
    static InsidePasswords of(Path data) throws IOException {
        Path file = data.resolveSibling("postgres-password");
        Path rules = data.resolve("pg_hba.conf");
        boolean kept = Files.exists(file);
        if (kept && (Files.notExists(rules) || !Files.readString(rules).matches("(?s).*\\btrust\\b.*"))) {
            String line = Files.readString(file).strip();
            return new InsidePasswords(line.substring(line.lastIndexOf(':') + 1), Files.notExists(rules));
        }
        if (Files.exists(rules)) {
            Files.writeString(rules, OPEN);
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, LINE + password + "\n");
        return new InsidePasswords(password, true);
    }

    /** Whether the server does not know them yet. */
    boolean areNew() {
        return made;
    }

    /** From now on the server asks for them; it has to read its rules again. */
    static void require(Path data) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), RULES);
    }

    String of(String role) {
        if (role.equals(OWNER)) {
            return owner;
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((role + ":" + owner).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

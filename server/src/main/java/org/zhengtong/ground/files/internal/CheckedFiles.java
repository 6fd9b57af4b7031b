package org.zhengtong.ground.files.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.crypto.Sm3;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.files.FileRefused;
import org.zhengtong.ground.files.FileRefused.Reason;
import org.zhengtong.ground.files.FileRules;
import org.zhengtong.ground.files.FileStore;
import org.zhengtong.ground.files.MalwareScanner;
import org.zhengtong.ground.files.StoredFile;

@Component
class CheckedFiles implements FileStore {
    private final JdbcClient sql;
    private final DiskBlobs blobs;
    private final FieldCipher cipher;
    private final Identifiers identifiers;
    private final MalwareScanner scanner;
    private final Clock clock;
    private final FileCheck check = new FileCheck();

    CheckedFiles(
            JdbcClient sql,
            DiskBlobs blobs,
            FieldCipher cipher,
            Identifiers identifiers,
            MalwareScanner scanner,
            Clock clock) {
        this.sql = sql;
        this.blobs = blobs;
        this.cipher = cipher;
        this.identifiers = identifiers;
        this.scanner = scanner;
        this.clock = clock;
    }

    @Override
    public StoredFile keep(InputStream content, String name, FileRules rules) throws FileRefused {
        byte[] bytes = read(content, rules);
        String type = check.typeOf(bytes, FileName.clean(name, ""), rules);
        switch (scanner.look(bytes)) {
            case CLEAN -> {}
            case HARMFUL -> throw new FileRefused(Reason.MALWARE);
            case UNREACHABLE -> throw new FileRefused(Reason.NOT_SCANNED);
        }
        return keep(bytes, FileName.clean(name, FileCheck.ending(type)).value(), type);
    }

    @Override
    public StoredFile keepMade(byte[] content, String name, String type) {
        return keep(content, name, type);
    }

    private StoredFile keep(byte[] bytes, String name, String type) {
        String digest = HexFormat.of().formatHex(Sm3.digest(bytes));
        StoredFile file = new StoredFile(identifiers.next(), name, type, bytes.length, digest);
        blobs.keep(digest, bytes);
        sql.sql("""
                        insert into files.file (id, name, type, bytes, sm3, at)
                        values (:id, :name, :type, :bytes, :sm3, :at)
                        """)
                .param("id", file.id())
                .param("name", cipher.seal(file.name(), context(file.id())))
                .param("type", file.type())
                .param("bytes", file.bytes())
                .param("sm3", file.sm3())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return file;
    }

    @Override
    public Optional<StoredFile> find(UUID id) {
        return sql.sql("select name, type, bytes, sm3 from files.file where id = :id")
                .param("id", id)
                .query((row, _) -> new StoredFile(
                        id,
                        cipher.openText(row.getBytes("name"), context(id)),
                        row.getString("type"),
                        row.getLong("bytes"),
                        row.getString("sm3")))
                .optional();
    }

    @Override
    public InputStream open(UUID id) {
        StoredFile file = find(id).orElseThrow(() -> new IllegalArgumentException("no file " + id));
        return new ByteArrayInputStream(blobs.open(file.sm3()));
    }

    /** One byte more than allowed tells that there is too much; the rest is left where it is. */
    private static byte[] read(InputStream content, FileRules rules) {
        try {
            return content.readNBytes(rules.mostBytes() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be received", e);
        }
    }

    private static String context(UUID id) {
        return "files.file.name:" + id;
    }
}

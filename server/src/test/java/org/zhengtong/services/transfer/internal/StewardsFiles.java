package org.zhengtong.services.transfer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.transfer.Fault;
import org.zhengtong.services.transfer.Format;
import org.zhengtong.services.transfer.Import;
import org.zhengtong.services.transfer.Transfer;

/** What a steward takes out and brings in. */
final class StewardsFiles {
    private final StaffMember steward;
    private final Transfer transfer;
    private final ImportWork work;
    private final JdbcClient database;

    StewardsFiles(StaffMember steward, Transfer transfer, ImportWork work, JdbcClient database) {
        this.steward = steward;
        this.transfer = transfer;
        this.work = work;
        this.database = database;
    }

    /** A workbook of the entries of their own body. */
    byte[] mine() {
        return exported(new Transfer.Selection(Optional.of(steward.body().uscc()), Optional.empty()), Format.XLSX);
    }

    byte[] exported(Transfer.Selection selection, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transfer.export(steward, selection, format, out);
        return out.toByteArray();
    }

    UUID begin(byte[] content, boolean submit) {
        return transfer.begin(steward, "事项.xlsx", new ByteArrayInputStream(content), submit, "试一试");
    }

    Import imported(byte[] content, boolean submit) {
        UUID id = begin(content, submit);
        work.run(id);
        assertThat(left(id)).isZero();
        return transfer.find(steward, id);
    }

    List<Fault> faults(Import made) {
        return transfer.faults(steward, made.id(), 0, 1000);
    }

    /** How many intermediate rows there still are. */
    long left(UUID id) {
        return database.sql("""
                        select (select count(*) from transfer.staged_row where import = :id)
                            + (select count(*) from transfer.checked_entry where import = :id)
                            + (select count(*) from transfer.import_part where import = :id)
                        """).param("id", id).query(Long.class).single();
    }
}

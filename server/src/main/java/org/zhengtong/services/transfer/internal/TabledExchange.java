package org.zhengtong.services.transfer.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Service;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.transfer.Exchange;
import org.zhengtong.services.transfer.Format;
import org.zhengtong.services.transfer.Misfit;
import org.zhengtong.services.transfer.Profile;
import org.zhengtong.services.transfer.Transfer;
import org.zhengtong.services.transfer.internal.ExchangeTables.ExchangeColumn;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

@Service
class TabledExchange implements Exchange {
    private static final int FLUSH_EVERY = 200;
    private final StoredTransfer transfer;
    private final JsonMapper json;

    TabledExchange(StoredTransfer transfer, JsonMapper json) {
        this.transfer = transfer;
        this.json = json;
    }

    @Override
    public List<Profile> profiles() {
        return ExchangeTables.all().stream().map(ExchangeTables::profile).toList();
    }

    @Override
    public void allow(StaffMember by) {
        transfer.bodies(by);
    }

    @Override
    public Profile profile(String id) {
        return tables(id).profile();
    }

    private static ExchangeTables tables(String id) {
        return ExchangeTables.of(id).orElseThrow(() -> Problem.notFound("transfer-profile"));
    }

    @Override
    public Report report(StaffMember by, Profile profile) {
        ExchangeTables tables = tables(profile.id());
        List<Misfit> misfits = new ArrayList<>();
        int fitting = 0;
        int leftOut = 0;
        for (ServiceItem item : transfer.select(by, Transfer.Selection.ALL)) {
            List<Misfit> own = ExchangeRows.of(item, tables, json).misfits();
            misfits.addAll(own);
            fitting += own.isEmpty() ? 1 : 0;
            leftOut += own.isEmpty() ? 0 : 1;
        }
        return new Report(fitting, leftOut, misfits);
    }

    @Override
    public void write(StaffMember by, Profile profile, Format format, OutputStream out) {
        List<ServiceItem> items = transfer.select(by, Transfer.Selection.ALL);
        ExchangeTables tables = tables(profile.id());
        try {
            if (format == Format.XLSX) {
                workbook(items, tables, out);
            } else {
                document(items, tables, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void workbook(List<ServiceItem> items, ExchangeTables tables, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Zhengtong", "1.0")) {
            for (Map.Entry<String, List<ExchangeColumn>> table : tables.tables().entrySet()) {
                Worksheet page = workbook.newWorksheet(table.getKey());
                header(page, table.getValue());
                int line = 2;
                for (ServiceItem item : items) {
                    for (Map<String, String> row :
                            ExchangeRows.of(item, tables, json).rows().getOrDefault(table.getKey(), List.of())) {
                        cells(page, line++, List.copyOf(row.values()));
                        if (line % FLUSH_EVERY == 0) {
                            page.flush();
                        }
                    }
                }
                page.finish();
            }
            misfits(workbook.newWorksheet("MISFITS"), items, tables);
        }
    }

    private static void header(Worksheet page, List<ExchangeColumn> columns) {
        cells(page, 0, columns.stream().map(ExchangeColumn::name).toList());
        cells(page, 1, columns.stream().map(ExchangeColumn::chinese).toList());
        page.freezePane(0, 2);
    }

    private void misfits(Worksheet page, List<ServiceItem> items, ExchangeTables tables) throws IOException {
        cells(page, 0, List.of("code", "name", "part", "table", "column", "why", "words"));
        page.freezePane(0, 1);
        int line = 1;
        for (ServiceItem item : items) {
            for (Misfit one : ExchangeRows.of(item, tables, json).misfits()) {
                cells(
                        page,
                        line++,
                        List.of(
                                one.code(),
                                one.name(),
                                one.part(),
                                one.table(),
                                one.column(),
                                one.why(),
                                String.join(" ", one.words())));
                if (line % FLUSH_EVERY == 0) {
                    page.flush();
                }
            }
        }
        page.finish();
    }

    private static void cells(Worksheet page, int line, List<String> texts) {
        for (int at = 0; at < texts.size(); at++) {
            if (!texts.get(at).isEmpty()) {
                page.inlineString(line, at, texts.get(at));
            }
        }
    }

    private void document(List<ServiceItem> items, ExchangeTables tables, OutputStream out) {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("profile", tables.profile().id());
            generator.writeName("tables");
            generator.writeStartObject();
            for (String table : tables.tables().keySet()) {
                generator.writeName(table);
                generator.writeStartArray();
                for (ServiceItem item : items) {
                    Optional.ofNullable(
                                    ExchangeRows.of(item, tables, json).rows().get(table))
                            .ifPresent(rows -> rows.forEach(generator::writePOJO));
                }
                generator.writeEndArray();
            }
            generator.writeEndObject();
            generator.writeName("misfits");
            generator.writeStartArray();
            items.forEach(item -> ExchangeRows.of(item, tables, json).misfits().forEach(generator::writePOJO));
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }
}

package org.zhengtong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhengtong.Zhengtong;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.services.catalogue.Catalogue;

/** The folder of a city with more in it than the demo city has, and the ways to open it. */
record LargeCity(Path folder, Start start) {

    /** Starts the program on the folder. */
    interface Start {
        Program program() throws IOException, InterruptedException;
    }

    /** The program inside this JVM. */
    record Inside(ConfigurableApplicationContext context, Catalogue catalogue, Path folder) implements AutoCloseable {
        CatalogueRecords records() throws SQLException {
            return new CatalogueRecords(database());
        }

        InsideDatabase database() {
            return new InsideDatabase(folder);
        }

        int port() {
            return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
        }

        void awaitUnderstood() throws InterruptedException {
            while (catalogue.notYetUnderstood() > 0) {
                Thread.sleep(20);
            }
        }

        void awaitItems(int count) throws InterruptedException {
            while (catalogue.items().size() < count) {
                Thread.sleep(20);
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }

    Inside inside() throws IOException {
        return inside(Zhengtong.class);
    }

    /** @param parts the program, and what is to be in it besides */
    Inside inside(Class<?>... parts) throws IOException {
        Files.createDirectories(folder);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(parts)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--logging.level.org.zhengtong=WARN",
                        "--zhengtong.database.url=inside",
                        "--zhengtong.database.data-directory=" + folder);
        return new Inside(context, context.getBean(Catalogue.class), folder);
    }

    /** The same with all items published and understood. */
    Inside filled(Workshop workshop) throws IOException, SQLException, InterruptedException {
        Inside inside = inside();
        try (CatalogueRecords records = inside.records()) {
            if (records.count() < CatalogueRecords.ALL) {
                workshop.say("publishing " + CatalogueRecords.ALL + " items, seed " + InventedItems.SEED);
                records.publishInvented();
            }
        }
        inside.awaitItems(CatalogueRecords.ALL);
        inside.awaitUnderstood();
        return inside;
    }

    /** The same with millions of cases. */
    Inside withCases(Workshop workshop) throws IOException, SQLException, InterruptedException {
        Inside inside = inside();
        try (CaseCity cases = new CaseCity(inside.database())) {
            if (cases.cases() < CaseCity.ALL) {
                workshop.say("making " + CaseCity.ALL + " cases, seed " + CaseCity.SEED);
                cases.fill(workshop, inside.context().getBean(FieldCipher.class));
                workshop.say(cases.cases() + " cases with " + cases.steps() + " steps");
            }
        }
        return inside;
    }

    /** The program as {@code ./zt run} starts it, once the folder is filled. */
    Program program() throws IOException, InterruptedException {
        return start.program();
    }
}

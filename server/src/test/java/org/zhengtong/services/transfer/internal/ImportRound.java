package org.zhengtong.services.transfer.internal;

import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** What the job does with a file that was sent, done when a test says so. */
public final class ImportRound {
    private ImportRound() {}

    public static void run(ApplicationContext program, UUID id) {
        program.getBean(ImportWork.class).run(id);
    }
}

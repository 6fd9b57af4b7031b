package org.zhengtong.people.clients.internal;

import org.springframework.context.ApplicationContext;

/** What jobs do by themselves outside of tests. */
public final class FarewellsNow {
    private FarewellsNow() {}

    /** Tells clients what is due. */
    public static void tell(ApplicationContext program) {
        program.getBean(Farewells.class).runDue();
    }

    /** Looks for sessions that are over by themselves. */
    public static void lookForSessionsOver(ApplicationContext program) {
        program.getBean(Endings.class).lookAtAll();
    }

    public static void changeKeyWhenDue(ApplicationContext program) {
        program.getBean(StoredSigningKeys.class).changeWhenDue();
    }
}

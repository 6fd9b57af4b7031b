package org.zhengtong.services.cases;

import org.zhengtong.ground.outbox.EventHandler;

/** Hears of everything that happens to cases, of each case in its order. */
public interface CaseListener extends EventHandler<CaseEvent> {
    @Override
    default String topic() {
        return "cases.*";
    }

    @Override
    default Class<CaseEvent> payload() {
        return CaseEvent.class;
    }
}

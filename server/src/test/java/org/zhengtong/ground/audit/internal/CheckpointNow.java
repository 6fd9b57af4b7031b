package org.zhengtong.ground.audit.internal;

import org.springframework.beans.factory.BeanFactory;

/** Programs under test make no checkpoints by themselves. */
public final class CheckpointNow {
    private CheckpointNow() {}

    public static void make(BeanFactory program) {
        program.getBean(Checkpoints.class).make();
    }
}

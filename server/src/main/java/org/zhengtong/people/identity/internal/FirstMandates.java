package org.zhengtong.people.identity.internal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.DoneOnce;

/** Gives the agents firms had before there were mandates their integrity codes. */
@Component
class FirstMandates implements SmartInitializingSingleton {
    private final MandateStore store;
    private final DoneOnce once;

    FirstMandates(MandateStore store, DoneOnce once) {
        this.store = store;
        this.once = once;
    }

    @Override
    public void afterSingletonsInstantiated() {
        once.unlessDone("mandates", "identity.seal-mandates", store::sealThoseWithout);
    }
}

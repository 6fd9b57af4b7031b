package org.zhengtong.people.organisation.internal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.audit.DoneOnce;

/** Gives the permissions from before there were integrity codes theirs. */
@Component
class FirstSealing implements SmartInitializingSingleton {
    private final StaffStore staff;
    private final DoneOnce once;

    FirstSealing(StaffStore staff, DoneOnce once) {
        this.staff = staff;
        this.once = once;
    }

    @Override
    public void afterSingletonsInstantiated() {
        once.unlessDone("permissions", "organisation.seal-permissions", staff::sealAll);
    }
}

package org.zhengtong.people.organisation;

import org.zhengtong.people.identity.Uscc;

/** What a body would leave to a successor. The room of cases answers. */
public interface Estates {
    Estate of(Uscc body);
}

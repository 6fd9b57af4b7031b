package org.zhengtong.services.filing;

import java.util.Map;
import org.zhengtong.people.identity.Party;

/**
 * What another department shares of its register, so that a form need not ask it. One bean for each register; it may be
 * slow or fail, then the question is simply asked.
 */
public interface SharedRegister {
    /** As forms name it, such as 社会保险参保登记. */
    String name();

    /** Whose register it is; the page names it under the field. */
    String department();

    /** Whether what it says is invented, which the page says too. */
    boolean isDemonstration();

    /** What the register knows of the applicant, by attribute. */
    Map<String, String> about(Party applicant);
}

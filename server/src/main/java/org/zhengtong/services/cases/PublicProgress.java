package org.zhengtong.services.cases;

import org.zhengtong.people.identity.LastFour;

/** How far a matter is, for whoever holds its receipt and knows the applicant's last four digits; nobody signs in. */
public interface PublicProgress {
    /** @param address where the question comes from, for the limits */
    ProgressAnswer ask(ReceiptNumber receipt, LastFour digits, String address);
}

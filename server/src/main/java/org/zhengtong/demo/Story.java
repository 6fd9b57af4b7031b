package org.zhengtong.demo;

import java.util.Optional;
import org.zhengtong.demo.Resident.Business;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.catalogue.ServiceItem;

/**
 * What becomes of a filing.
 *
 * @param firm who files, when it is not the agent for themselves
 * @param age working days since it was filed
 * @param ends where the case stands today; {@link CaseState#CLOSED} for a grant handed over
 */
record Story(ServiceItem item, Resident agent, Optional<Business> firm, int age, CaseState ends) {}

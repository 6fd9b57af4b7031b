package org.zhengtong.people.organisation.web;

import java.util.Optional;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.Recoveries;

/** @param code for the paper, this once */
public record RecoveryDeskView(Recoveries.InPerson typed, Optional<String> code, FormState form) {}

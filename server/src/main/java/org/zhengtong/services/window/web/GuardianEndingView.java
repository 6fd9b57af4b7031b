package org.zhengtong.services.window.web;

import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.window.MandateCounter.EndingTyped;

/** The form for a guardianship that is over early. */
public record GuardianEndingView(EndingTyped typed, FormState form) {}

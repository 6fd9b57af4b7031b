package org.zhengtong.services.window.web;

import org.zhengtong.people.identity.FormState;
import org.zhengtong.services.window.MandateCounter.GuardianTyped;

/** The form for a guardianship shown at the window. */
public record GuardianView(GuardianTyped typed, FormState form) {}

package org.zhengtong.services.window.web;

import java.util.List;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.MandateMatters.Matter;
import org.zhengtong.services.window.MandateCounter.PaperTyped;

/** The form for a mandate on paper. */
public record PaperMandateView(
        PaperTyped typed, List<Matter> chosen, List<Matter> found, String find, FormState form) {}

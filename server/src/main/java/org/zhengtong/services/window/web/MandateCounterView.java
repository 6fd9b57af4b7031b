package org.zhengtong.services.window.web;

import java.util.List;
import org.zhengtong.services.window.MandateCounter;

/** Parents who ask, and what can be entered. */
public record MandateCounterView(List<MandateCounter.Asked> asked, String done) {}

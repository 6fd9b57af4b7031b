package org.zhengtong.services.window.web;

import java.util.List;
import org.zhengtong.services.cases.WaitingResult;

/** Results that wait; {@code done} says how the last one went. */
public record DeliveriesView(List<WaitingResult> waiting, String question, String done) {}

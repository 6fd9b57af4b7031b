package org.zhengtong.services.window.web;

import org.zhengtong.services.cases.WaitingResult;

/** The delivery receipt on paper. */
public record DeliverySlipView(WaitingResult result, String body, String clerk) {}

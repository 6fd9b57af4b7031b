package org.zhengtong.services.notices.web;

import java.util.List;
import org.zhengtong.services.notices.ReceiverSummary;

/** All receivers. */
public record WebhooksView(List<ReceiverSummary> receivers, String done) {}

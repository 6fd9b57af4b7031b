package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.ServiceItem;

/** What the clerk may be asked about. */
public record WindowStartView(String question, List<ServiceItem> items) {}

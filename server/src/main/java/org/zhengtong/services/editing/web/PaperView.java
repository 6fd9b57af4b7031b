package org.zhengtong.services.editing.web;

import org.zhengtong.services.catalogue.ServiceItem;

/** A draft on paper: the guide, and the blank form. */
public record PaperView(ServiceItem item, String back) {}

package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.ServiceItem;

/** The items as staff see them; {@code q} is the part of a name they look for. */
public record CatalogueDeskView(String q, List<ServiceItem> items) {}

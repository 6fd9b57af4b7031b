package org.zhengtong.services.catalogue.web;

import java.util.List;
import org.zhengtong.services.catalogue.ServiceItem;

/** All bodies that have one base item. */
public record PlacesView(String name, List<ServiceItem> entries) {}

package org.zhengtong.services.editing.web;

import java.util.List;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.catalogue.BaseItem;

/** Where a new entry begins: a base item, and the body that implements it. */
public record NewEntryView(String q, List<BaseItem> found, List<Body> bodies, Body own) {}

package org.zhengtong.services.cases;

import org.zhengtong.services.catalogue.ItemCode;

/** An item of which cases are running. */
public record RunningItem(ItemCode item, String name, int running) {}

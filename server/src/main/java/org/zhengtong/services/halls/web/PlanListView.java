package org.zhengtong.services.halls.web;

import java.util.List;
import org.zhengtong.services.halls.PlanDesk;

/** How far each hall is set up. */
public record PlanListView(List<PlanDesk.Kept> plans) {}

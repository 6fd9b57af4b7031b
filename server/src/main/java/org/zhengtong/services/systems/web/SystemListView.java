package org.zhengtong.services.systems.web;

import java.util.List;
import org.zhengtong.services.systems.SystemSummary;

/** All systems of departments. */
public record SystemListView(List<SystemSummary> systems) {}

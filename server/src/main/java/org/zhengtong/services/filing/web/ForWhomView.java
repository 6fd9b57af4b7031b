package org.zhengtong.services.filing.web;

import java.util.List;
import java.util.Map;

/** Asks for whom to file; what the guide on the item's page was answered goes along. */
public record ForWhomView(String item, String action, List<Choice> applicants, Map<String, String> situations) {}

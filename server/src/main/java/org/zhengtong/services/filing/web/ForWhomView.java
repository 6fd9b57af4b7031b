package org.zhengtong.services.filing.web;

import java.util.List;

/** Asks for whom to file. */
public record ForWhomView(String item, String action, List<Choice> applicants) {}

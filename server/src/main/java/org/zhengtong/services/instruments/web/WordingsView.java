package org.zhengtong.services.instruments.web;

import java.util.List;
import org.zhengtong.services.instruments.Wordings;

/** The wordings of a body. */
public record WordingsView(String bodyName, List<Wordings.InForce> wordings) {}

package org.zhengtong.people.organisation.web;

import java.util.List;
import org.zhengtong.people.privacy.RequestAnswers;

/** @param answered whether one has just been answered */
public record RequestListView(List<RequestAnswers.Waiting> waiting, boolean answered) {}

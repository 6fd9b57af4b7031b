package org.zhengtong.people.organisation.web;

import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.privacy.RequestAnswers;

/** A request, and the form in which it is answered. */
public record RequestAnswerView(RequestAnswers.Opened opened, String outcome, String text, FormState form) {}

package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FormState;

/** The second step of signing in. */
public record SecondStepView(String next, FormState form) {}

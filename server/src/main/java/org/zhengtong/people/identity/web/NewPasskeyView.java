package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FormState;

/** @param problem key of what went wrong; empty when nothing did */
public record NewPasskeyView(String name, String problem, FormState form) {}

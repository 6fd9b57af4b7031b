package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FormState;

/** The page where a person changes their password. */
public record PasswordView(FormState form) {}

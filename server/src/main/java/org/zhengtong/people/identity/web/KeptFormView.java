package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.KeptForm;

/** @param home where to go when the form is not wanted any more */
public record KeptFormView(KeptForm form, String home) {}

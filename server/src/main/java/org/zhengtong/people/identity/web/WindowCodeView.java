package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FormState;

/** Where somebody types the code a clerk gave them on paper. */
public record WindowCodeView(String number, FormState form) {}

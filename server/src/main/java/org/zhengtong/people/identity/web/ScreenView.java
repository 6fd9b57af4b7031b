package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.QrSignIns;

/** A screen that asks to be signed in. */
public record ScreenView(String asks, QrSignIns.Asked asked) {}

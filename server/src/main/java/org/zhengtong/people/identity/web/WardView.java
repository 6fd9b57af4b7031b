package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Mandates.Ward;

/** The page where a parent asks to act for their child. */
public record WardView(Ward typed, FormState form) {}

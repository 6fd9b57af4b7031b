package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FirmProfile;
import org.zhengtong.people.identity.FormState;

/** The page where an agent hands a firm over to somebody else. */
public record HandOverView(FirmProfile firm, String name, String number, FormState form) {}

package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FormState;

/** The page where a person changes telephone and address. */
public record ContactView(String phone, String address, FormState form) {}

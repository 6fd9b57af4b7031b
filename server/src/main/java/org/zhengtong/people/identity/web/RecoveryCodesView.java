package org.zhengtong.people.identity.web;

import java.util.List;

/** Recovery codes, this once. */
public record RecoveryCodesView(List<String> codes, String next) {}

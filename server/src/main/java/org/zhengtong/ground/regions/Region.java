package org.zhengtong.ground.regions;

/** A division. {@code code} has 2, 4, 6 or 9 digits by its level. */
public record Region(String code, String name) {}

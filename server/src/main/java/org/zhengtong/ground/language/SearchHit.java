package org.zhengtong.ground.language;

/** @param score grows with fitness; comparable within one answer only */
public record SearchHit(String key, double score) {}

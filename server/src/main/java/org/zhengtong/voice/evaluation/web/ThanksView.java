package org.zhengtong.voice.evaluation.web;

/** After a rating: {@code code} is the picture of the receipt's address. */
public record ThanksView(String receipt, String code) {}

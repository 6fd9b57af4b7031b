package org.zhengtong.services.filing.web;

/** One of several answers. */
public record Choice(String value, String text) {}

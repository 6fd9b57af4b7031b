package org.zhengtong.voice.evaluation.web;

import java.util.Optional;

/** A window's tablet while nobody is asked: whose turn it is. */
public record TabletView(int window, Optional<String> number) {}

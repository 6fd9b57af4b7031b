package org.zhengtong.services.messages.web;

import java.util.Optional;
import org.zhengtong.services.messages.MessageChannel;

/** What a link in a letter leads to. */
public record StopView(String token, Optional<MessageChannel> channel, boolean stopped) {}

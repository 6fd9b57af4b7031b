package org.zhengtong.ground.files;

import java.util.Set;

/** What may be handed in: {@code mostBytes} is the largest size, {@code types} are the media types allowed. */
public record FileRules(int mostBytes, Set<String> types) {
    /** Photographs and PDF up to 20 MB: what a citizen hands in as material. */
    public static final FileRules MATERIAL =
            new FileRules(20 << 20, Set.of("application/pdf", "image/jpeg", "image/png"));
}

package org.zhengtong.services.systems.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengtong.services.systems.CallName;

/** Which call an address stands for, and which case. */
record CallTarget(CallName name, Optional<UUID> caseId) {
    static final String ROOT = "/api/v1/systems/";
    private static final Pattern CASE =
            Pattern.compile(ROOT + "cases/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/([a-z]+)(?:/.*)?)?");

    static CallTarget of(String method, String path) {
        Matcher parts = CASE.matcher(path);
        boolean one = parts.matches();
        String last = one ? Optional.ofNullable(parts.group(2)).orElse("") : path.substring(ROOT.length());
        Optional<UUID> about = one ? Optional.of(UUID.fromString(parts.group(1))) : Optional.empty();
        return new CallTarget("POST".equals(method) ? name(last) : CallName.READ, about);
    }

    /** @param path of a case that an answer leads to */
    static Optional<UUID> caseAt(String path) {
        Matcher parts = CASE.matcher(path);
        return parts.matches() ? Optional.of(UUID.fromString(parts.group(1))) : Optional.empty();
    }

    private static CallName name(String last) {
        return switch (last) {
            case "accept" -> CallName.ACCEPT;
            case "process" -> CallName.PROCESS;
            case "special" -> CallName.SPECIAL;
            case "finish" -> CallName.FINISH;
            case "attachments" -> CallName.ATTACHMENT;
            case "evaluate" -> CallName.EVALUATE;
            case "transfer" -> CallName.TRANSFER;
            default -> CallName.RECEIVE;
        };
    }
}

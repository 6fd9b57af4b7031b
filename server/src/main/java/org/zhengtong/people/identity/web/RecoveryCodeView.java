package org.zhengtong.people.identity.web;

import java.util.Optional;
import org.zhengtong.people.identity.FormState;

/** @param demonstrated the code a demonstration sent nowhere */
public record RecoveryCodeView(Optional<String> demonstrated, FormState form) {}

package org.zhengtong.people.privacy.web;

import java.util.List;
import java.util.Optional;
import org.zhengtong.people.identity.FormState;

/**
 * @param first what has to be ended before
 * @param stays what is kept, when the account is closed
 */
public record ClosingView(List<String> first, Optional<List<String>> stays, FormState form) {}

package org.zhengtong.people.identity.web;

import java.util.Optional;
import org.zhengtong.people.identity.FormState;

/**
 * The page where a telephone is confirmed.
 *
 * @param phone masked
 * @param next where the person wanted to go; empty when nowhere else
 * @param demonstrated the code, where nothing is really sent
 * @param sent whether a code is on its way
 */
public record TelephoneView(
        String phone, String next, Optional<String> demonstrated, boolean sent, String problem, FormState form) {}

package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.identity.Registration;

/**
 * The registration page.
 *
 * @param demonstration whether names are confirmed by a demo provider
 * @param problem key of a sentence about the whole form; empty when there is none
 */
public record RegisterView(
        Registration typed, String next, boolean demonstration, FormState form, String problem, Object problemValue) {}

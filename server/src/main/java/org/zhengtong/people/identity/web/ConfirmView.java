package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.FormState;

/**
 * Where somebody signed in proves once more who they are.
 *
 * @param codes whether a code is asked for besides the password
 * @param passkeys whether there is one to show instead
 * @param problem key of what went wrong; empty when nothing did
 */
public record ConfirmView(String next, boolean codes, boolean passkeys, String problem, FormState form) {}

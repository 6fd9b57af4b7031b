package org.zhengtong.people.identity.web;

import org.zhengtong.people.identity.Forgotten;
import org.zhengtong.people.identity.FormState;

/**
 * Where somebody says whose password they forgot.
 *
 * @param connected whether telephones can be told a code here
 * @param problem key of what went wrong; empty when nothing did
 * @param problemValue put into that sentence
 */
public record RecoveryView(Forgotten typed, boolean connected, String problem, String problemValue, FormState form) {}

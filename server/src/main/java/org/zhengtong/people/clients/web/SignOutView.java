package org.zhengtong.people.clients.web;

import java.util.Optional;

/**
 * @param client the name of the client that says so, when it is known
 * @param request goes back with the answer
 */
public record SignOutView(Optional<String> client, String request) {}

package org.zhengtong.ground.web;

import java.util.Optional;

/**
 * Who is signed in, as the page shell shows them.
 *
 * @param name the name as the header shows it
 * @param actingFor the firm the person acts for at the moment
 * @param workplace the name of the body a civil servant works at; staff get the staff shell
 */
public record Visitor(String name, Optional<String> actingFor, Optional<String> workplace) {}

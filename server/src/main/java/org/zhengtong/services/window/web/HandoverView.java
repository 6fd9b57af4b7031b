package org.zhengtong.services.window.web;

import org.zhengtong.people.organisation.Body;
import org.zhengtong.services.window.Handover;

/**
 * The note that goes along with the person.
 *
 * @param to where they go
 * @param mine whether the reader's body goes on with it
 */
public record HandoverView(Handover handover, Body to, String name, boolean mine) {}

package org.zhengtong.services.catalogue.web;

import org.zhengtong.services.catalogue.ItemView;

/**
 * An item at the window.
 *
 * @param list the same that the portal shows
 * @param body at whose window the person stands, and {@code clerk} who tells them
 */
public record WindowView(ItemView list, String body, String clerk) {}

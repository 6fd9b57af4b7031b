package org.zhengtong.services.appointments;

/**
 * What somebody wants to book.
 *
 * @param item code of the item
 */
public record Wish(String hall, String item, Moment moment) {}

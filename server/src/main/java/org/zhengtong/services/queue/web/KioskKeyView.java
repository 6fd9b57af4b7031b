package org.zhengtong.services.queue.web;

import org.zhengtong.services.halls.Hall;

/** The address that makes a machine one of the hall's. */
public record KioskKeyView(Hall hall, String address) {}

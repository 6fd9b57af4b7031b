package org.zhengtong.services.queue.web;

/** How a tablet is laid at a window: {@code code} is the picture of the address. */
public record PairingView(String address, String code) {}

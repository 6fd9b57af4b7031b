package org.zhengtong.services.halls;

import org.zhengtong.ground.web.SharedScreen;

/** By which way a seat is booked. Each way has seats of its own, so that none takes all of them. */
public enum BookingChannel {
    PORTAL,
    API,
    KIOSK,
    /** By a clerk for somebody on the telephone. */
    PHONE;

    /** Of who books by the pages, at home or at a machine of a hall, where they have queued. */
    public static BookingChannel at(SharedScreen screen) {
        return screen.signedIn() && screen.connected() ? KIOSK : PORTAL;
    }
}

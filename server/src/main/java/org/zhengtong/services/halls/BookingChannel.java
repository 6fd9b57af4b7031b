package org.zhengtong.services.halls;

/** By which way a seat is booked. Each way has seats of its own, so that none takes all of them. */
public enum BookingChannel {
    PORTAL,
    API,
    KIOSK,
    /** By a clerk for somebody on the telephone. */
    PHONE
}

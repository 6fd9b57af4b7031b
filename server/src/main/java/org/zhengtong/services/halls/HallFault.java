package org.zhengtong.services.halls;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Something that is wrong with a plan. */
public sealed interface HallFault {
    /** Closed on every day of the week. */
    record NeverOpen() implements HallFault {}

    /** A day cannot open on the day itself. */
    record ReleaseOnTheDay() implements HallFault {}

    /** There are no groups, so nobody is served. */
    record NoGroups() implements HallFault {}

    record HoursBackwards(DayOfWeek day) implements HallFault {}

    record HoursOverlap(DayOfWeek day) implements HallFault {}

    record SpecialHoursBackwards(LocalDate day) implements HallFault {}

    record SpecialHoursOverlap(LocalDate day) implements HallFault {}

    record SpecialDayTwice(LocalDate day) implements HallFault {}

    /** No slot fits into the hours of this day. */
    record SlotTooLong(DayOfWeek day) implements HallFault {}

    record AreaTwice(String area) implements HallFault {}

    record WindowTwice(int window) implements HallFault {}

    record WindowInUnknownArea(int window, String area) implements HallFault {}

    record GroupTwice(String group) implements HallFault {}

    record GroupWithoutWindows(String group) implements HallFault {}

    record GroupAtUnknownWindow(String group, int window) implements HallFault {}

    /** It serves no body and no item. */
    record GroupWithoutMatters(String group) implements HallFault {}

    /** No way of booking has a seat in it. */
    record GroupWithoutSeats(String group) implements HallFault {}

    /** A group serves a body that has no window in the hall. */
    record BodyNotHere(String group, String bodyUscc) implements HallFault {}

    record BodyInTwoGroups(String bodyUscc) implements HallFault {}

    record ItemInTwoGroups(String item) implements HallFault {}

    /** None of the body's items is served by a group. */
    record BodyInNoGroup(String bodyUscc) implements HallFault {}

    /** An item is of a body that has no window in the hall, or is no code of an item. */
    record ItemNotHere(String group, String item) implements HallFault {}
}

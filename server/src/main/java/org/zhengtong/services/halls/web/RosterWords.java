package org.zhengtong.services.halls.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.HallPlan.Opening;
import org.zhengtong.services.halls.Halls;
import org.zhengtong.services.halls.RosterDay;
import org.zhengtong.services.halls.RosterDesk;
import org.zhengtong.services.halls.RosterFault;

/** What is wrong with a roster, as the administrator reads it. */
@Component
class RosterWords {
    private final Halls halls;

    RosterWords(Halls halls) {
        this.halls = halls;
    }

    /** @param field beside which it is said */
    WrongField of(String field, RosterFault fault, RosterDesk.Kept kept) {
        Map<PersonId, String> names = kept.names();
        return switch (fault) {
            case RosterFault.AtTwoWindows(RosterDay day, PersonId clerk, int window, int other) ->
                say(field, "at-two-windows", number(day), date(day), name(names, clerk), window, other);
            case RosterFault.AtTwoHalls(RosterDay day, PersonId clerk, int window, String other) ->
                say(
                        field,
                        "at-two-halls",
                        number(day),
                        date(day),
                        name(names, clerk),
                        window,
                        halls.hall(other).map(Hall::name).orElse(other));
            case RosterFault.TwoAtWindow(RosterDay day, int window) ->
                say(field, "two-at-window", number(day), date(day), window);
            case RosterFault.Gone(PersonId clerk) -> say(field, "gone", name(names, clerk));
            case RosterFault.NotServing(PersonId clerk, int window) ->
                say(field, "not-serving", name(names, clerk), window);
            case RosterFault.Unstaffed(RosterDay day, Opening time, List<Integer> windows) ->
                say(
                        field,
                        "unstaffed",
                        number(day),
                        date(day),
                        TypedHours.shown(List.of(time)),
                        TypedNumbers.shown(windows));
        };
    }

    /** 1 to 7 for a day of the week, 0 for a date. */
    private static int number(RosterDay day) {
        return day instanceof RosterDay.Weekly(var weekday) ? weekday.getValue() : 0;
    }

    private static String date(RosterDay day) {
        return day instanceof RosterDay.On(var date) ? date.toString() : "";
    }

    private static String name(Map<PersonId, String> names, PersonId clerk) {
        return names.getOrDefault(clerk, "");
    }

    private static WrongField say(String field, String name, Object... values) {
        return new WrongField(field, "halls.fault.roster." + name, values);
    }
}

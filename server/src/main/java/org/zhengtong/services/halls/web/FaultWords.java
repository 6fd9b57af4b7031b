package org.zhengtong.services.halls.web;

import org.springframework.stereotype.Component;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.services.halls.HallFault;

/** What is wrong with a plan, as the administrator reads it. */
@Component
class FaultWords {
    private final Organisation organisation;

    FaultWords(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @param field beside which it is said */
    WrongField of(String field, HallFault fault) {
        return switch (fault) {
            case HallFault.NeverOpen _ -> say(field, "never-open");
            case HallFault.ReleaseOnTheDay _ -> say(field, "release-on-the-day");
            case HallFault.NoGroups _ -> say(field, "no-groups");
            case HallFault.HoursBackwards(var day) -> say(field, "hours-backwards", day.getValue());
            case HallFault.HoursOverlap(var day) -> say(field, "hours-overlap", day.getValue());
            case HallFault.SpecialHoursBackwards(var day) -> say(field, "special-backwards", day.toString());
            case HallFault.SpecialHoursOverlap(var day) -> say(field, "special-overlap", day.toString());
            case HallFault.SpecialDayTwice(var day) -> say(field, "special-twice", day.toString());
            case HallFault.SlotTooLong(var day) -> say(field, "slot-too-long", day.getValue());
            case HallFault.AreaTwice(String area) -> say(field, "area-twice", area);
            case HallFault.WindowTwice(int window) -> say(field, "window-twice", window);
            case HallFault.WindowInUnknownArea(int window, String _) -> say(field, "window-in-unknown-area", window);
            case HallFault.GroupTwice(String group) -> say(field, "group-twice", group);
            case HallFault.GroupWithoutWindows(String group) -> say(field, "group-without-windows", group);
            case HallFault.GroupAtUnknownWindow(String group, int window) ->
                say(field, "group-at-unknown-window", group, window);
            case HallFault.GroupWithoutMatters(String group) -> say(field, "group-without-matters", group);
            case HallFault.GroupWithoutSeats(String group) -> say(field, "group-without-seats", group);
            case HallFault.BodyNotHere(String group, String uscc) -> say(field, "body-not-here", group, name(uscc));
            case HallFault.BodyInTwoGroups(String uscc) -> say(field, "body-in-two-groups", name(uscc));
            case HallFault.ItemInTwoGroups(String item) -> say(field, "item-in-two-groups", item);
            case HallFault.BodyInNoGroup(String uscc) -> say(field, "body-in-no-group", name(uscc));
            case HallFault.ItemNotHere(String group, String item) -> say(field, "item-not-here", group, item);
        };
    }

    private static WrongField say(String field, String name, Object... values) {
        return new WrongField(field, "halls.fault." + name, values);
    }

    private String name(String uscc) {
        return Uscc.parse(uscc).flatMap(organisation::body).map(Body::name).orElse(uscc);
    }
}

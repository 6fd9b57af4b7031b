package org.zhengtong.services.appointments.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.services.appointments.Rush;
import org.zhengtong.services.appointments.Standing;
import org.zhengtong.services.catalogue.ServiceItem;
import org.zhengtong.services.halls.Hall;

/**
 * The waiting room of a day.
 *
 * @param again after how many seconds the page renews itself
 * @param problem why they cannot go in
 */
public record RushView(
        Hall hall, ServiceItem item, LocalDate day, Standing standing, OptionalLong again, Optional<Problem> problem) {

    public String booking() {
        return "/halls/" + hall.id() + "/appointments?item=" + item.code().value() + "&day=" + day;
    }

    public Optional<Rush> rush() {
        return switch (standing) {
            case Standing.InRoom room -> Optional.of(room.rush());
            case Standing.InLine line -> Optional.of(line.rush());
            case Standing.Turn turn -> Optional.of(turn.rush());
            case Standing.Booked(Rush rush) -> Optional.of(rush);
            case Standing.Gone(Rush rush) -> Optional.of(rush);
            case Standing.NoQueue _, Standing.NotYet _, Standing.Outside _ -> Optional.empty();
        };
    }

    public Optional<UUID> lot() {
        return switch (standing) {
            case Standing.InRoom room -> Optional.of(room.lot());
            case Standing.InLine line -> Optional.of(line.lot());
            case Standing.Turn turn -> Optional.of(turn.lot());
            default -> Optional.empty();
        };
    }

    /** What the page is called, so that it is seen among others without looking at it. */
    public String title() {
        return "appointments.rush.title."
                + switch (standing) {
                    case Standing.InRoom _ -> "room";
                    case Standing.InLine _ -> "line";
                    case Standing.Turn _ -> "turn";
                    case Standing.Booked _ -> "booked";
                    case Standing.Gone _ -> "gone";
                    case Standing.NoQueue _, Standing.NotYet _, Standing.Outside _ -> "outside";
                };
    }

    public int ahead() {
        return standing instanceof Standing.InLine line ? line.ahead() : 0;
    }
}

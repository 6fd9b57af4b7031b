package org.zhengtong.services.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.zhengtong.ground.web.Page;

/** When somebody comes, by the city's clock. */
public record Moment(LocalDate day, LocalTime starts) {

    /** @return empty for what is no day or no time */
    public static Optional<Moment> parse(String day, String starts) {
        try {
            return Optional.of(new Moment(LocalDate.parse(day.strip()), LocalTime.parse(starts.strip())));
        } catch (DateTimeParseException noMoment) {
            return Optional.empty();
        }
    }

    public Instant instant() {
        return day.atTime(starts).atZone(Page.ZONE).toInstant();
    }
}

package org.zhengtong.services.appointments.web;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.zhengtong.ground.web.WebSettings;
import org.zhengtong.services.appointments.Appointment;
import org.zhengtong.services.appointments.CalendarFile;
import org.zhengtong.services.halls.Hall;
import org.zhengtong.services.halls.Halls;

/** Words the calendar file of an appointment. */
@Component
class CalendarFiles {
    private final Halls halls;
    private final MessageSource words;
    private final WebSettings web;

    CalendarFiles(Halls halls, MessageSource words, WebSettings web) {
        this.halls = halls;
        this.words = words;
        this.web = web;
    }

    CalendarFile of(Appointment one, Locale locale) {
        Optional<Hall> hall = halls.hall(one.hall());
        return new CalendarFile(
                one,
                words.getMessage(
                        "appointments.calendar-title",
                        new Object[] {one.itemName(), hall.map(Hall::name).orElse(one.hall())},
                        locale),
                hall.map(found -> found.name() + ", " + found.address()).orElse(one.hall()),
                web.publicAddress() + "/my/appointments/" + one.id());
    }
}

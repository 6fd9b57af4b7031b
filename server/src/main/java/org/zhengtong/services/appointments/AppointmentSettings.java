package org.zhengtong.services.appointments;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast the queue for a day that opens at a published time moves.
 *
 * @param rushPace how many people a second are let in to book; as many as the machine serves beside everything else
 * @param rushTurn how long somebody whose turn it is has to book
 */
@ConfigurationProperties("zhengtong.appointments")
public record AppointmentSettings(
        @DefaultValue("100") int rushPace,
        @DefaultValue("3m") Duration rushTurn) {}

package org.zhengtong.services.halls;

/** A hall has another plan. */
public record PlanChanged(String hall, int version) {
    public static final String TOPIC = "halls.plan-changed";
}

package org.zhengtong.services.cases;

import java.time.LocalDate;

/**
 * More time for the decision, once, by the head of the body (行政许可法 42).
 *
 * @param days working days
 * @param on the day it was granted
 */
public record Extension(int days, LocalDate on) {}

package org.zhengtong.services.cases;

import java.time.LocalDate;
import org.zhengtong.services.catalogue.SpecialProcedure;

/**
 * A special procedure announced to the applicant in writing.
 *
 * @param days working days it takes
 */
public record PlannedProcedure(SpecialProcedure.Kind kind, LocalDate from, int days) {}

/**
 * Working days as the State Council announces them.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

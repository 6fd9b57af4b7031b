/**
 * Slips of paper as receipt printers print them (ESC/POS): numbers in a hall, receipts. What a printer would print can be
 * looked at without one.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.slips;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

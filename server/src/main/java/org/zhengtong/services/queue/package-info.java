/**
 * The line in a hall (排队叫号): who comes has a number, is called to a window, and is served. One line a hall, ordered by
 * each one's turn; an appointment becomes its ticket, and the number it was booked with is the number that is called.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Signing on the tablet at a window: the clerk asks, the tablet shows the whole paper, the person writes, and the house
 * draws what they wrote onto the paper. What is signed and what is shown are the same by their digest.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

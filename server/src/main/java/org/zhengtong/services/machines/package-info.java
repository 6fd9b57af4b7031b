/**
 * The machines of a hall (自助终端): what somebody who stands at one may do there, in its frame of large letters and without
 * leaving a trace; what it prints, reads and does when the connection is lost.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.machines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

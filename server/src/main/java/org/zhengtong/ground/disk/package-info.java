/** Writing to the disk so that a power failure takes nothing back. */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.disk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

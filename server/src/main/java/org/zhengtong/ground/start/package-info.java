/** What keeps the program from starting, told to the administrator in a sentence instead of a trace of calls. */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

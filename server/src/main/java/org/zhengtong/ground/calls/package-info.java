/** Calls to programs outside the house, and which addresses they may go to. */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

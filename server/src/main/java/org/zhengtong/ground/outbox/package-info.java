/**
 * Events are written with the change that caused them and delivered at least once.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

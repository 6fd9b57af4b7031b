/**
 * The halls a person can go to.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.halls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

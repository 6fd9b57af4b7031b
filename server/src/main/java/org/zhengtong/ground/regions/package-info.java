/**
 * The administrative divisions of GB/T 2260, from province to town.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.regions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The invented city of Yunxi (云溪市): bodies, halls, staff, synthetic people, firms and cases, and the personas to
 * sign in as. Runs only in the demo profile.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

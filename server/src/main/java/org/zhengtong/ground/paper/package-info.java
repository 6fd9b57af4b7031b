/**
 * Sheets of paper as OFD (GB/T 33190) with a body's electronic seal (GB/T 38540) on them, for every room that issues
 * documents. What stands where is the rooms' own.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

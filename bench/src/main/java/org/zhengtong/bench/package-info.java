/** Measures of the whole program, run as citizens and clerks run it. What each one means stands in docs/benchmarks.md. */
@NullMarked
package org.zhengtong.bench;

import org.jspecify.annotations.NullMarked;

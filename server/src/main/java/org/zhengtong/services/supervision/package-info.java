/**
 * Supervision (督办): how the running cases of bodies stand, yellow and red cards for limits that are near or passed,
 * patterns of fake completion with their evidence, the workload of posts, and an overview for heads.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

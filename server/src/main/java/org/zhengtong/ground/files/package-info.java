/**
 * What people hand in: kept under the digest of its content, its type read from its bytes, with limits on
 * size and on what hides in archives.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * SM2, SM3 and SM4 (GB/T 32918, 32905, 32907): digests, field encryption, blind indexes, seals and the keys
 * they need. Nothing else in the house touches a key.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

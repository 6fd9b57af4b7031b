/**
 * What happened, so that nobody can bend it: a leaf for every state change, written in the transaction
 * of the change and chained by SM3 to the leaf before it of the same subject.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

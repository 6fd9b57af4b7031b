/**
 * The pages that bring several rooms together: the front page and 'mine'.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Who serves: bodies, posts, staff, roles and the three separated administrators.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.people.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

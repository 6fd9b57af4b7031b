/**
 * Who somebody is: natural and legal persons, registration with the real name, sign-in, agents of firms.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.people.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Systems of others, such as departments' own and mini-programs, that people sign in to through the house (OpenID
 * Connect): who may ask, what a person allows them to be told, and the end of it.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.people.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

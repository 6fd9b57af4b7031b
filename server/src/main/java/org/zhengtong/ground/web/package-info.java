/**
 * What every page and call has in common: shell, components, errors, protection, idempotency.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

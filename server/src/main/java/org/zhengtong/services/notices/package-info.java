/**
 * Telling a department's own systems what happens to the cases of their body: addresses, signatures, tries, history.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

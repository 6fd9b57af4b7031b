/**
 * A matter under way: filing, acceptance, review, decision, with the law's clocks and a timeline for everyone.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The documents (文书) of a case: worded by templates of its body, issued once, printed as PDF and OFD with the body's
 * seal, and packed for the archive with everything that proves them.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.instruments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

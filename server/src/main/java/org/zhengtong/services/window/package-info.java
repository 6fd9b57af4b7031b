/**
 * The one window (综合窗口): a clerk serves the person in front of them, from the ticket to the result in their hands;
 * what another body is competent for is handed over, complete filings are accepted many at once.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.window;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

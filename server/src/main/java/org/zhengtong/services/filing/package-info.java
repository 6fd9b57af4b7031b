/**
 * From "start" to the receipt: drafts that survive everything, the task list, one question a page, uploads, licences
 * instead of paper, check your answers, submit; and the same again for a correction.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

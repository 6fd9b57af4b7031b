/**
 * How an entry of the catalogue comes to be, without code: drafts, the editor, review by another person, publication at
 * a date, comparing and going back. What is published lives in {@code services.catalogue}.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.editing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

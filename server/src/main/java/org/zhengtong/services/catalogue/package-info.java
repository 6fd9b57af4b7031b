/**
 * What a person can have done: service items, bundles, forms, guides, and finding them by one's own words.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

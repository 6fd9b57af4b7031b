/**
 * In and out of the catalogue: whole entries as JSON and Excel, imported all or not at all, and the national exchange
 * tables of each upstream profile, of entries and of cases. What an import makes are drafts of {@code services.editing};
 * four eyes stay.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

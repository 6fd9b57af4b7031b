/**
 * Electronic licences: issued with a decision, sealed, verifiable by anyone, used again instead of paper.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.licences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

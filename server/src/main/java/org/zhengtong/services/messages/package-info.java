/**
 * Telling people of each step of their cases that matters to them: messages in the house, always, and letters by mail or
 * SMS for those who want them; who carries them outside is behind one small door.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

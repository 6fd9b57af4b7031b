/**
 * How people found it (好差评, GB/T 39734 and 39735): whoever was served is asked once and answers or not; an answer nobody
 * gave is none. Each rating has a receipt its giver can look up.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.voice.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

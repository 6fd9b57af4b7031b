/**
 * How people speak: Chinese words, pinyin, initials and meaning, as one hybrid search index.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Existing systems of departments stay: eight signed calls by which a body's own system receives, accepts, processes and
 * finishes the body's cases under the rules of the desk, with the history of every call.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.services.systems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

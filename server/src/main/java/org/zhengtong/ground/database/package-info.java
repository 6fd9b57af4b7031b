/**
 * The PostgreSQL the house stands on: the one inside the program or one given by address; a schema for every
 * room, migrated by its own scripts in {@code db/<wing>/<room>}.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.ground.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

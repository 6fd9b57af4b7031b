/**
 * What people may know and decide of what the house keeps of them (个人信息保护法): who looked and why, all of it to take
 * along, what it is used for, and the end of an account. The rooms say themselves what they keep.
 */
@ApplicationModule
@NullMarked
package org.zhengtong.people.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.zhengtong.people.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the types that stand for somebody signed in. A controller method that declares a parameter of such a type is
 * reached by signed-in persons only, whatever its other parameters are.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SignInRequired {

    /** Whether the session must be proven by two factors. */
    boolean twice() default false;
}

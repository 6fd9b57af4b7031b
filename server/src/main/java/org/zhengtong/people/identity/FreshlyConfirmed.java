package org.zhengtong.people.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks pages of what could lock a person out, such as a new passkey: whoever has not proven who they are for
 * {@link Proof#FRESH_FOR} does so first and comes back.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshlyConfirmed {}

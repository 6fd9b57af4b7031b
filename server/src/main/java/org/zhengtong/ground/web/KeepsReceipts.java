package org.zhengtong.ground.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a call that recognises its {@code Idempotency-Key} itself, in the transaction that carries it out. For all other
 * calls the first answer is kept beside.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeepsReceipts {}

package org.zhengtong.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test against the whole running program: real PostgreSQL, real HTTP on a free port ({@code @LocalServerPort}), a
 * {@link TestClock}. All tests so marked share one program, so each makes its own persons, firms and cases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestProgram.class)
@Import(TestProgram.Beans.class)
@ActiveProfiles("test")
public @interface ZhengtongTest {}

package org.zhengtong.people.identity;

/**
 * What one hash of a password costs (Argon2id, RFC 9106). The program has no bean of it and no setting for it: what people
 * type is hashed at {@link #STRONG}. Tests, which sign in thousands of times, bring a bean of their own.
 *
 * @param memory KiB
 * @param passes over the memory
 */
public record PasswordCost(int memory, int passes) {
    /** The least that OWASP's password storage rules accept, about 50 ms. */
    public static final PasswordCost STRONG = new PasswordCost(19 * 1024, 2);
}

package org.zhengtong.people.identity;

/**
 * A mandate's wording as its principal signed it.
 *
 * @param digest SM3 of the wording, in hexadecimal
 * @param genuine whether digest and the house's signature fit the wording
 */
public record SignedMandate(String wording, String digest, boolean genuine) {
    /** Names stand in it. */
    @Override
    public String toString() {
        return "SignedMandate[" + digest + "]";
    }
}

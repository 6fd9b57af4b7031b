package org.zhengtong.services.licences;

/**
 * The hybrid check characters of ISO 7064 (GB/T 17710): one system for a modulus M, over an alphabet of M characters,
 * calculated with M + 1. It finds every single wrong character.
 */
public enum HybridCheck {
    /** MOD 11,10: digits only. */
    DIGITS("0123456789"),
    /** MOD 37,36: digits and capital letters. */
    LETTERS_AND_DIGITS("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private final String alphabet;

    HybridCheck(String alphabet) {
        this.alphabet = alphabet;
    }

    /** @throws IllegalArgumentException when a character is none of the alphabet's */
    public char of(String text) {
        int modulus = alphabet.length();
        int product = modulus;
        for (int i = 0; i < text.length(); i++) {
            int value = alphabet.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("no check character is defined for this character");
            }
            int sum = (product + value) % modulus;
            product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1);
        }
        return alphabet.charAt((modulus + 1 - product) % modulus);
    }
}

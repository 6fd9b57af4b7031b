package org.zhengtong.people.identity;

/** Says whether a firm is registered like this. In a real city the market regulator's register answers. */
public interface FirmRegister {
    Confirmation confirm(Uscc uscc, String name, String legalRepresentative);

    /** Whether this person is the firm's legal representative: registers compare the number, names alone are shared. */
    Confirmation confirmRepresentative(Uscc uscc, String name, IdentityNumber number);

    /** Whether it only pretends to ask; pages say so. */
    boolean isDemonstration();
}

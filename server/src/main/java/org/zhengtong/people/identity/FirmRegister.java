package org.zhengtong.people.identity;

/** Says whether a firm is registered like this. In a real city the market regulator's register answers. */
public interface FirmRegister {
    Confirmation confirm(Uscc uscc, String name, String legalRepresentative);

    /** Whether it only pretends to ask; pages say so. */
    boolean isDemonstration();
}

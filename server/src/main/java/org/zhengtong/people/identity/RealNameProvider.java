package org.zhengtong.people.identity;

/** Says whether a name belongs to an identity number. In a real city the authority for population data answers. */
public interface RealNameProvider {
    Confirmation confirm(String name, IdentityNumber number);

    /** Whether it only pretends to ask; pages say so. */
    boolean isDemonstration();
}

package org.zhengtong.people.identity;

/** By what right somebody acts for another. */
public enum MandateKind {
    /** The legal representative (法定代表人) the register of firms names (民法典 61). */
    LEGAL_REPRESENTATIVE,
    /** Acts for a firm in what they are charged with (经办人, 民法典 170). */
    AGENT,
    /** Guardian of a minor or of an adult without capacity (监护人, 民法典 27, 28, 34). */
    GUARDIAN,
    /** Entrusted by a person, in writing (委托代理人, 民法典 161–165). */
    PROXY
}

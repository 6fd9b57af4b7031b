package org.zhengtong.people.identity;

/** As the identity number tells it. */
public enum Gender {
    FEMALE,
    MALE
}

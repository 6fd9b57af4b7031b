package org.zhengtong.services.catalogue;

/** What a lower level may do with an element of the base item (基本目录) it implements. */
public enum Inheritance {
    /** It stays as it is. */
    EQUAL,
    /** It may only grow smaller: fewer materials and conditions, shorter limits. */
    SUBSET,
    /** It is filled in beforehand and may be changed. */
    PRESET,
    /** The lower level says it by itself. */
    FREE
}

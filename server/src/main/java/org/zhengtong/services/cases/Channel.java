package org.zhengtong.services.cases;

/** Where a filing came in (GB/T 39046-2020, 办理形式). */
public enum Channel {
    WINDOW,
    WEB,
    MOBILE,
    POST,
    API
}

package org.zhengtong.demo.web;

import java.util.Map;
import java.util.Optional;

/** @param told what the library was told; empty when nobody is signed in */
public record LibraryView(Optional<Map<String, Object>> told) {
    public String value(String claim) {
        return told.map(claims -> claims.get(claim)).map(Object::toString).orElse("");
    }

    @Override
    public String toString() {
        return "LibraryView";
    }
}

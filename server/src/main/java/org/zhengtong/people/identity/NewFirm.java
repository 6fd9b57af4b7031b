package org.zhengtong.people.identity;

import java.util.Optional;

/** A firm to be added. */
public record NewFirm(
        Uscc uscc,
        String name,
        String legalRepresentative,
        Optional<String> address,
        Optional<String> phone,
        PersonId agent,
        boolean synthetic) {}

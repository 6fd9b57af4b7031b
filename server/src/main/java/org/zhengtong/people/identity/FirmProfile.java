package org.zhengtong.people.identity;

import java.util.Optional;

/**
 * A legal person as the register knows it, whoever acts for it.
 *
 * @param phone plain, for the agent's own pages and forms
 */
public record FirmProfile(
        FirmId id,
        Uscc uscc,
        String name,
        String legalRepresentative,
        Optional<String> address,
        Optional<String> phone,
        boolean synthetic) {}

package org.zhengtong.people.identity;

import java.util.Optional;

/**
 * A firm to be added.
 *
 * @param agent the first who may act for it
 * @param represented whether a register showed that this is the legal representative
 */
public record NewFirm(
        Uscc uscc,
        String name,
        String legalRepresentative,
        Optional<String> address,
        Optional<String> phone,
        PersonId agent,
        boolean represented,
        boolean synthetic) {
    /** By an agent who is not the legal representative, as far as is known. */
    public NewFirm(
            Uscc uscc,
            String name,
            String legalRepresentative,
            Optional<String> address,
            Optional<String> phone,
            PersonId agent,
            boolean synthetic) {
        this(uscc, name, legalRepresentative, address, phone, agent, false, synthetic);
    }
}

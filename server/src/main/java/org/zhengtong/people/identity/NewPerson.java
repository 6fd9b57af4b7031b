package org.zhengtong.people.identity;

import java.util.Optional;

/**
 * A person to be added.
 *
 * @param signInName what the person signs in with besides the telephone number; staff have one
 * @param password plain, never kept; absent for persons who cannot sign in yet
 */
public record NewPerson(
        String name,
        IdentityNumber number,
        String phone,
        Optional<String> address,
        Optional<String> signInName,
        Optional<String> password,
        boolean synthetic) {
    @Override
    public String toString() {
        return "NewPerson[" + number.masked() + "]";
    }
}

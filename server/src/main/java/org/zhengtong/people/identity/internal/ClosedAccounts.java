package org.zhengtong.people.identity.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.zhengtong.people.identity.AccountClosing;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;

@Service
class ClosedAccounts implements AccountClosing {
    /** What somebody signs in with, or is about to. */
    private static final List<String> WAYS_IN = List.of(
            "kept_form",
            "recovery_code",
            "code_factor",
            "second_step",
            "known_device",
            "passkey",
            "challenge",
            "qr_sign_in",
            "recovery",
            "telephone_code",
            "telephone_before",
            "number_sign_in");

    private final JdbcClient database;
    private final LiveSessions sessions;
    private final SigningIn signIns;

    ClosedAccounts(JdbcClient database, LiveSessions sessions, SigningIn signIns) {
        this.database = database;
        this.sessions = sessions;
        this.signIns = signIns;
    }

    @Override
    public boolean isPassword(SignedIn me, String password) {
        return signIns.isPassword(me, password);
    }

    @Override
    public void close(PersonId person, boolean whole) {
        for (String table : WAYS_IN) {
            update("delete from identity." + table + " where person = :person", person);
        }
        if (whole) {
            update("delete from identity.session where person = :person", person);
            update("delete from identity.person where id = :person", person);
        } else {
            update("update identity.session set closed = true where person = :person and not closed", person);
            update("""
                    update identity.person set password = null, sign_in_name = null, address_sealed = null
                    where id = :person
                    """, person);
        }
        sessions.ended(person);
    }

    private void update(String statement, PersonId person) {
        database.sql(statement).param("person", person.value()).update();
    }
}

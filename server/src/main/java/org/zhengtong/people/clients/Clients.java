package org.zhengtong.people.clients;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhengtong.ground.calls.Fault;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.StaffMember;

/**
 * What the system administrator does for clients. Every method refuses everybody else with a
 * {@link org.zhengtong.ground.web.Problem} 403, and knows no client that is not there with 404.
 */
public interface Clients {
    /** How registering or changing a client went. */
    sealed interface Answer {
        /** @param secret shown once; empty for a client that has none */
        record Registered(UUID client, Optional<SharedSecret> secret) implements Answer {}

        record Changed() implements Answer {}

        record Wrong(List<WrongField> fields) implements Answer {}
    }

    /**
     * A client in the list.
     *
     * @param people how many allow it to be told something of them
     * @param lastSignIn when somebody last signed in there
     */
    record Summary(Client client, String bodyName, long people, Optional<Instant> lastSignIn) {}

    /**
     * Something the client was to be told.
     *
     * @param why {@code clients.why.<why>}
     * @param again when it is tried again; empty when it arrived or was given up
     */
    record Told(
            Instant at,
            String why,
            boolean delivered,
            int tries,
            Optional<Integer> status,
            Optional<Fault> fault,
            Optional<Instant> again) {}

    int MOST_TOLD = 20;

    List<Summary> all(StaffMember by);

    Summary client(StaffMember by, UUID id);

    /** The last ends of sign-ins it was told of, newest first, {@value #MOST_TOLD} at most. */
    List<Told> told(StaffMember by, UUID id);

    Answer register(StaffMember by, ClientOrder order);

    /** Body and proof stay as they were registered. Who is asked for more than before agrees anew. */
    Answer change(StaffMember by, UUID id, ClientOrder order);

    /**
     * From now on only the new secret is good.
     *
     * @throws org.zhengtong.ground.web.Problem 409 for a client that has none
     */
    SharedSecret renewSecret(StaffMember by, UUID id);

    /** From now on nobody signs in there, and nothing it holds is good. */
    void suspend(StaffMember by, UUID id);

    void resume(StaffMember by, UUID id);
}

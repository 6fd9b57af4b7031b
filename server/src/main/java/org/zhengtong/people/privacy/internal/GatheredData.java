package org.zhengtong.people.privacy.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.people.identity.AccountClosing;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.MaskedName;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.Workplaces;
import org.zhengtong.people.privacy.Look;
import org.zhengtong.people.privacy.OwnData;
import org.zhengtong.people.privacy.PersonalRecords;

@Service
class GatheredData implements OwnData {
    private static final String STAFF = "staff:";
    private static final String PERSON = "person:";

    private final List<PersonalRecords> rooms;
    private final Identity identity;
    private final AccountClosing accounts;
    private final StoredChoices choices;
    private final Workplaces workplaces;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GatheredData(
            List<PersonalRecords> rooms,
            Identity identity,
            AccountClosing accounts,
            StoredChoices choices,
            Workplaces workplaces,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rooms = rooms;
        this.identity = identity;
        this.accounts = accounts;
        this.choices = choices;
        this.workplaces = workplaces;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Everything export(SignedIn me) {
        transaction.executeWithoutResult(
                _ -> audit.append(me.person().value(), "privacy.export", me.actor(), Map.of()));
        return new Everything(
                clock.instant(),
                me.name(),
                identity.openNumber(me.person(), me.actor(), "own-export"),
                rooms.stream()
                        .map(room -> new Section(room.name(), room.of(me.person())))
                        .toList());
    }

    @Override
    public List<Counted> counts(SignedIn me) {
        return rooms.stream()
                .map(room -> new Counted(room.name(), room.count(me.person())))
                .toList();
    }

    @Override
    public List<Seen> looks(SignedIn me) {
        return rooms.stream()
                .flatMap(room -> room.looks(me.person()))
                .sorted(Comparator.comparing(Look::at).reversed())
                .limit(MOST_LOOKS)
                .map(look -> new Seen(look, look.actor().equals(me.actor()), workplace(look), agent(look)))
                .toList();
    }

    private Optional<String> agent(Look look) {
        return Optional.of(look.actor())
                .filter(actor -> actor.startsWith(PERSON))
                .map(actor -> new PersonId(UUID.fromString(actor.substring(PERSON.length()))))
                .flatMap(identity::nameOfPerson)
                .map(name -> MaskedName.of(name).value());
    }

    private Optional<String> workplace(Look look) {
        return look.actor().startsWith(STAFF)
                ? workplaces.workplace(new PersonId(UUID.fromString(look.actor().substring(STAFF.length()))))
                : Optional.empty();
    }

    @Override
    public List<String> hindrances(SignedIn me) {
        return rooms.stream()
                .flatMap(room -> room.hindrances(me.person()).stream())
                .toList();
    }

    @Override
    public Closing close(SignedIn me, String password) {
        List<String> first = hindrances(me);
        if (!first.isEmpty()) {
            return new Closing.Hindered(first);
        }
        if (!accounts.isPassword(me, password)) {
            return new Closing.WrongPassword();
        }
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<String> kept = rooms.stream()
                    .flatMap(room -> room.erase(me.person()).stream())
                    .toList();
            choices.forget(me.person());
            audit.append(
                    me.person().value(), "privacy.close-account", me.actor(), Map.of("stays", String.join(",", kept)));
            accounts.close(me.person(), kept.isEmpty());
            return new Closing.Closed(kept);
        }));
    }
}

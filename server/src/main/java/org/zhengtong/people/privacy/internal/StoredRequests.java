package org.zhengtong.people.privacy.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.calendar.WorkingCalendar;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.Outbox;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Identity;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.PersonProfile;
import org.zhengtong.people.identity.PlainText;
import org.zhengtong.people.identity.SignedIn;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.privacy.DataRequest;
import org.zhengtong.people.privacy.DataRequest.Kind;
import org.zhengtong.people.privacy.DataRequest.State;
import org.zhengtong.people.privacy.DataRequests;
import org.zhengtong.people.privacy.PersonalRecords;
import org.zhengtong.people.privacy.RequestAnswered;
import org.zhengtong.people.privacy.RequestAnswers;

@Service
class StoredRequests implements DataRequests, RequestAnswers {
    static final String OPENED = "privacy.open-request";
    private final RequestStore store;
    private final ObjectProvider<PersonalRecords> rooms;
    private final Identity identity;
    private final WorkingCalendar calendar;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers;
    private final Clock clock;

    StoredRequests(
            RequestStore store,
            ObjectProvider<PersonalRecords> rooms,
            Identity identity,
            WorkingCalendar calendar,
            Outbox outbox,
            AuditLog audit,
            TransactionTemplate transaction,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.identity = identity;
        this.calendar = calendar;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @Override
    public List<String> rooms() {
        return rooms.orderedStream().map(PersonalRecords::name).toList();
    }

    @Override
    public Answer make(SignedIn me, Wish typed) {
        List<WrongField> wrong = new ArrayList<>();
        String text = oneLine(typed.text());
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(one -> one.name().equals(typed.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            wrong.add(new WrongField("kind", "privacy.wrong.kind"));
        }
        if (!rooms().contains(typed.about())) {
            wrong.add(new WrongField("about", "privacy.wrong.about"));
        }
        PlainText.checkRequired("text", text, LONGEST, "privacy.wrong.text").ifPresent(wrong::add);
        if (wrong.isEmpty() && store.open(me.person()) >= MOST_OPEN) {
            wrong.add(new WrongField("text", "privacy.wrong.most", MOST_OPEN));
        }
        if (!wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        DataRequest request = new DataRequest(
                identifiers.next(),
                me.person(),
                kind.orElseThrow(),
                typed.about(),
                text,
                clock.instant(),
                calendar.after(LocalDate.now(clock), DAYS),
                State.OPEN,
                Optional.empty());
        transaction.executeWithoutResult(_ -> {
            store.add(request);
            write(request, "privacy.request", me.actor(), Map.of("kind", typed.kind(), "about", typed.about()));
        });
        return new Answer.Made(request.id());
    }

    @Override
    public List<DataRequest> of(SignedIn me) {
        return store.of(me.person());
    }

    @Override
    public void withdraw(SignedIn me, UUID id) {
        transaction.executeWithoutResult(_ -> {
            if (!store.withdraw(id, me.person())) {
                throw Problem.notFound("privacy.unknown-request");
            }
            audit.append(me.person().value(), "privacy.withdraw-request", me.actor(), Map.of("request", id.toString()));
        });
    }

    @Override
    public List<Waiting> waiting() {
        return store.waiting(LocalDate.now(clock));
    }

    @Override
    public Opened open(UUID id, PersonId by, String actor) {
        DataRequest request = find(id, by);
        transaction.executeWithoutResult(_ -> write(request, OPENED, actor, Map.of()));
        PersonProfile person = identity.person(request.person());
        return new Opened(request, person.name(), person.maskedNumber());
    }

    @Override
    public List<WrongField> answer(UUID id, PersonId by, String actor, boolean done, String typed) {
        DataRequest request = find(id, by);
        String text = oneLine(typed);
        Optional<WrongField> wrong = PlainText.checkRequired("text", text, LONGEST, "privacy.wrong.answer");
        if (wrong.isPresent()) {
            return List.of(wrong.get());
        }
        State state = done ? State.DONE : State.REFUSED;
        transaction.executeWithoutResult(_ -> {
            if (!store.answer(id, state, text, by, clock.instant())) {
                throw new Problem(409, "privacy.answered");
            }
            outbox.publish(RequestAnswered.TOPIC, id, new RequestAnswered(id));
            write(request, "privacy.answer-request", actor, Map.of("state", state.name()));
        });
        return List.of();
    }

    /** Nobody answers what they asked for themselves. */
    private DataRequest find(UUID id, PersonId by) {
        DataRequest request = store.find(id)
                .filter(one -> one.state() != State.WITHDRAWN)
                .orElseThrow(() -> Problem.notFound("privacy.unknown-request"));
        if (request.person().equals(by)) {
            throw new Problem(403, "not-your-duty");
        }
        return request;
    }

    private void write(DataRequest request, String action, String actor, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("request", request.id().toString());
        audit.append(request.person().value(), action, actor, all);
    }

    private static String oneLine(String typed) {
        return PlainText.tidy(typed.replaceAll("\\R", " "));
    }
}

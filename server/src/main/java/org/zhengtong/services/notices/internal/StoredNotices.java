package org.zhengtong.services.notices.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.audit.AuditLog;
import org.zhengtong.ground.calls.ReceiverAddress;
import org.zhengtong.ground.crypto.SharedSecret;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.web.Problem;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.identity.WrongField;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Duty;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.notices.Message;
import org.zhengtong.services.notices.Notices;
import org.zhengtong.services.notices.Receiver;
import org.zhengtong.services.notices.ReceiverSummary;
import org.zhengtong.services.notices.Topic;
import tools.jackson.databind.json.JsonMapper;

/** The system administrator's side of the room. */
@Service
class StoredNotices implements Notices {
    private final ReceiverStore receivers;
    private final MessageStore messages;
    private final AddressCheck check;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Identifiers identifiers;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredNotices(
            ReceiverStore receivers,
            MessageStore messages,
            AddressCheck check,
            Organisation organisation,
            AuditLog audit,
            Identifiers identifiers,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock) {
        this.receivers = receivers;
        this.messages = messages;
        this.check = check;
        this.organisation = organisation;
        this.audit = audit;
        this.identifiers = identifiers;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<ReceiverSummary> receivers(StaffMember by) {
        requireDuty(by);
        return receivers.all().stream().map(this::summary).toList();
    }

    @Override
    public ReceiverSummary receiver(StaffMember by, UUID id) {
        requireDuty(by);
        return summary(find(id));
    }

    @Override
    public List<Message> history(StaffMember by, UUID receiver, OptionalLong before) {
        requireDuty(by);
        return messages.history(find(receiver).receiver().id(), before);
    }

    @Override
    public Answer add(StaffMember by, String typedBody, String address, Set<String> topics) {
        requireDuty(by);
        List<WrongField> wrong = new ArrayList<>();
        Optional<Body> body = Uscc.parse(typedBody).flatMap(organisation::body);
        if (body.isEmpty()) {
            wrong.add(new WrongField("body", "notices.wrong.body"));
        }
        check.wrong(address).ifPresent(wrong::add);
        wrong.addAll(wrongTopics(topics));
        if (body.isEmpty() || !wrong.isEmpty()) {
            return new Answer.Wrong(wrong);
        }
        Receiver receiver = new Receiver(
                identifiers.next(),
                body.get().uscc().value(),
                ReceiverAddress.parse(address).orElseThrow(),
                topics,
                false,
                clock.instant());
        SharedSecret secret = SharedSecret.drawn();
        boolean added = transaction.execute(_ -> {
            boolean fresh = receivers.add(receiver, secret);
            if (fresh) {
                write(by, receiver, "add-receiver", Map.of("topics", sorted(topics)));
            }
            return fresh;
        });
        return added
                ? new Answer.Added(receiver.id(), secret)
                : new Answer.Wrong(List.of(new WrongField("address", "notices.wrong.taken")));
    }

    @Override
    public List<WrongField> choose(StaffMember by, UUID receiver, Set<String> topics) {
        requireDuty(by);
        List<WrongField> wrong = wrongTopics(topics);
        if (wrong.isEmpty()) {
            change(
                    by,
                    receiver,
                    "choose-topics",
                    Map.of("topics", sorted(topics)),
                    found -> receivers.setTopics(found.id(), topics));
        }
        return wrong;
    }

    @Override
    public void pause(StaffMember by, UUID receiver) {
        change(by, receiver, "pause-receiver", Map.of(), found -> receivers.setPaused(found.id(), true));
    }

    @Override
    public void resume(StaffMember by, UUID receiver) {
        change(by, receiver, "resume-receiver", Map.of(), found -> receivers.setPaused(found.id(), false));
    }

    @Override
    public SharedSecret renewSecret(StaffMember by, UUID receiver) {
        SharedSecret secret = SharedSecret.drawn();
        change(by, receiver, "renew-secret", Map.of(), found -> receivers.setSecret(found.id(), secret));
        return secret;
    }

    @Override
    public void tryOut(StaffMember by, UUID receiver) {
        Instant now = clock.instant();
        change(by, receiver, "try-receiver", Map.of(), found -> {
            if (found.paused()) {
                throw new Problem(409, "notices.paused");
            }
            messages.add(new MessageStore.Written(
                    identifiers.next(),
                    found.id(),
                    found.id(),
                    "",
                    Topic.TRIAL,
                    json.writeValueAsString(new Trial(Topic.TRIAL, found.body(), now)),
                    now));
        });
    }

    /** What is sent when a receiver is tried out. */
    record Trial(String event, String body, Instant at) {}

    @Override
    public void sendAgain(StaffMember by, UUID receiver, UUID message) {
        change(by, receiver, "send-again", Map.of("message", message.toString()), found -> {
            if (!messages.sendAgain(found.id(), message, clock.instant())) {
                throw new Problem(409, "notices.under-way");
            }
        });
    }

    @Override
    public void remove(StaffMember by, UUID receiver) {
        change(by, receiver, "remove-receiver", Map.of(), found -> receivers.remove(found.id()));
    }

    private void change(
            StaffMember by, UUID receiver, String what, Map<String, String> facts, Consumer<Receiver> change) {
        requireDuty(by);
        transaction.executeWithoutResult(_ -> {
            Receiver found = find(receiver).receiver();
            change.accept(found);
            write(by, found, what, facts);
        });
    }

    private void write(StaffMember by, Receiver receiver, String what, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("body", receiver.body());
        all.put("address", receiver.address().toString());
        audit.append(receiver.id(), "notices." + what, by.actor(), all);
    }

    private ReceiverStore.Standing find(UUID id) {
        return receivers.find(id).orElseThrow(() -> Problem.notFound("notices.unknown"));
    }

    private ReceiverSummary summary(ReceiverStore.Standing standing) {
        String body = standing.receiver().body();
        return new ReceiverSummary(
                standing.receiver(),
                organisation.body(new Uscc(body)).map(Body::name).orElse(body),
                standing.waiting(),
                standing.givenUp(),
                standing.delivered());
    }

    private static List<WrongField> wrongTopics(Set<String> topics) {
        if (topics.isEmpty()) {
            return List.of(new WrongField("topics", "notices.wrong.topics"));
        }
        Set<String> unknown = new HashSet<>(topics);
        unknown.removeAll(Topic.all().stream().map(Topic::name).collect(Collectors.toSet()));
        return unknown.isEmpty() ? List.of() : List.of(new WrongField("topics", "notices.wrong.topics"));
    }

    private static String sorted(Set<String> topics) {
        return topics.stream().sorted().collect(Collectors.joining(","));
    }

    private void requireDuty(StaffMember by) {
        Duty.require(organisation, by, Role.SYSTEM_ADMINISTRATOR);
    }
}

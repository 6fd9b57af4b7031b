package org.zhengtong.services.notices.internal;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.ground.calls.Post;
import org.zhengtong.ground.calls.Reach;
import org.zhengtong.ground.calls.ReceivingSystem;
import org.zhengtong.ground.crypto.FieldCipher;
import org.zhengtong.ground.database.Identifiers;
import org.zhengtong.ground.outbox.OutboxEvent;
import org.zhengtong.people.identity.PersonId;
import org.zhengtong.people.identity.Uscc;
import org.zhengtong.people.organisation.Body;
import org.zhengtong.people.organisation.Organisation;
import org.zhengtong.people.organisation.Role;
import org.zhengtong.people.organisation.StaffMember;
import org.zhengtong.services.cases.CaseEvent;
import org.zhengtong.services.cases.CaseState;
import org.zhengtong.services.cases.StepKind;
import org.zhengtong.services.notices.Message;
import org.zhengtong.services.notices.Notices.Answer;
import org.zhengtong.services.notices.Topic;
import org.zhengtong.testing.People;
import org.zhengtong.testing.RoomSchema;
import org.zhengtong.testing.TestClock;
import tools.jackson.databind.json.JsonMapper;

/** This room on a real, empty database, with the simplest neighbours that keep their promises. */
final class NoticesHouse implements AutoCloseable {
    static final Set<String> EVERYTHING = Topic.all().stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
    private static final Reach THIS_MACHINE = Reach.of(List.of("127.0.0.0/8", "::1/128"));

    final TestClock clock = new TestClock();
    final Body body = new Body(People.uscc(), "云溪市试验局", "339900", "试验路 1 号", "9–17", "0509-1", "0509-2");
    final StaffMember system =
            new StaffMember(new PersonId(new UUID(1, 1)), "罗勇", body, "系统管理员", Set.of(Role.SYSTEM_ADMINISTRATOR));
    final JdbcClient sql;
    final MessageStore messages;
    final StoredNotices notices;
    final CaseTelling telling;
    final Post post;
    final Dispatch dispatch;
    private final TransactionTemplate transaction;
    private final Identifiers identifiers = new Identifiers(clock, new Random(20260302));
    private long sequence;

    NoticesHouse() {
        this(Duration.ofSeconds(20));
    }

    NoticesHouse(Duration longest) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(RoomSchema.fresh("services", "notices"));
        sql = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        ReceiverStore receivers = new ReceiverStore(sql, new BoundText());
        messages = new MessageStore(sql, receivers);
        telling = new CaseTelling(receivers, messages, identifiers, JsonMapper.shared());
        post = new Post(THIS_MACHINE, longest, (SSLSocketFactory) SSLSocketFactory.getDefault());
        dispatch = node();
        notices = new StoredNotices(
                receivers,
                messages,
                new AddressCheck(THIS_MACHINE),
                organisation(),
                (_, _, _, _) -> {},
                identifiers,
                JsonMapper.shared(),
                transaction,
                clock);
    }

    /** A program on this database, beside the one that is there. */
    Dispatch node() {
        return new Dispatch(messages, post, transaction, clock);
    }

    Answer.Added receiver(ReceivingSystem at) {
        return receiver(at, EVERYTHING);
    }

    Answer.Added receiver(ReceivingSystem at, Set<String> topics) {
        return (Answer.Added) notices.add(system, body.uscc().value(), at.address(), topics);
    }

    UUID newCase() {
        return identifiers.next();
    }

    /** As the outbox delivers it. */
    void happened(UUID caseId, StepKind what, CaseState state) {
        happened(caseId, what, state, body.uscc());
    }

    void happened(UUID caseId, StepKind what, CaseState state, Uscc atBody) {
        String topic = "cases." + what.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        transaction.executeWithoutResult(_ -> telling.handle(
                new OutboxEvent(++sequence, topic, caseId, clock.instant()),
                new CaseEvent(
                        caseId,
                        "YX-7F3K-2291",
                        "1100",
                        atBody.value(),
                        new UUID(7, 7),
                        what,
                        state,
                        Optional.empty(),
                        clock.instant())));
    }

    List<Message> history(UUID receiver) {
        return notices.history(system, receiver, OptionalLong.empty());
    }

    Message only(UUID receiver) {
        List<Message> all = history(receiver);
        if (all.size() != 1) {
            throw new AssertionError(all);
        }
        return all.getFirst();
    }

    private Organisation organisation() {
        return (Organisation) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Organisation.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "body" -> Optional.of(body).filter(one -> one.uscc().equals(arguments[0]));
                    case "staff" ->
                        Optional.of(system).filter(one -> one.person().equals(arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public void close() {
        dispatch.close();
    }

    /** Not a cipher: keeps the promise that a value opens only where it was sealed. */
    private static final class BoundText implements FieldCipher {
        @Override
        public byte[] seal(byte[] plain, String context) {
            return seal(new String(plain, StandardCharsets.UTF_8), context);
        }

        @Override
        public byte[] open(byte[] sealed, String context) {
            return openText(sealed, context).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] seal(String plain, String context) {
            return new StringBuilder(context + "\n" + plain)
                    .reverse()
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String openText(byte[] sealed, String context) {
            String text = new StringBuilder(new String(sealed, StandardCharsets.UTF_8))
                    .reverse()
                    .toString();
            if (!text.startsWith(context + "\n")) {
                throw new IllegalStateException("sealed in another place");
            }
            return text.substring(context.length() + 1);
        }
    }
}
